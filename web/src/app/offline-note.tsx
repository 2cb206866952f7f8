import { useTranslation } from 'react-i18next';
import { useOnline } from '../lib/use-online.ts';
import classes from './member-shell.module.css';

/** Said quietly: what is shown stays, and nothing new can be stored. The place is there beforehand, so that it is read out. */
export function OfflineNote() {
  const { t } = useTranslation('common');
  const isOnline = useOnline();
  return <div role="status">{!isOnline && <p className={classes['offline']}>{t('offline')}</p>}</div>;
}
