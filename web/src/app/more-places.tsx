import { Link, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icons.tsx';
import classes from './member-shell.module.css';
import type { Place } from './places.ts';
import { signOut } from './sign-out.ts';

interface MorePlacesProps {
  name: string;
  organisation: string;
  places: readonly Place[];
  onFind: () => void;
}

/** On phones: what does not fit the bar, in a sheet at the thumb. The browser's own dialog keeps the focus and closes on Escape. */
export function MorePlaces({ name, organisation, places, onFind }: MorePlacesProps) {
  const { t } = useTranslation('common');
  const sheet = useRef<HTMLDialogElement>(null);
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const close = () => { sheet.current?.close(); };
  useEffect(close, [pathname]);
  const isHere = places.some(({ to }) => pathname.startsWith(to));
  const closeOutside = (event: MouseEvent<HTMLDialogElement>) => { if (event.target === event.currentTarget) close(); };
  return (
    <div className={classes['more']}>
      <button type="button" className={classes['place']} data-active={isHere || undefined} aria-haspopup="dialog" onClick={() => { sheet.current?.showModal(); }}>
        <Icon name="more" />
        <span>{t('nav.more')}</span>
      </button>
      <dialog ref={sheet} className={classes['sheet']} aria-label={t('nav.more')} onClick={closeOutside}>
        <div className={classes['sheetBody']}>
          <div>
            <p className={classes['person']}>{name}</p>
            <p className={classes['sheetOrganisation']}>{organisation}</p>
          </div>
          <button type="button" className={classes['row']} onClick={() => { close(); onFind(); }}><Icon name="find" />{t('nav.find')}</button>
          {places.map((place) => (
            <Link key={place.to} to={place.to} className={classes['row']} activeProps={{ 'data-active': true, 'aria-current': 'page' }}><Icon name={place.icon} />{t(place.label)}</Link>
          ))}
          <button type="button" className={classes['row']} onClick={() => { void signOut(); }}><Icon name="leave" />{t('signOut')}</button>
          <button type="button" className={classes['row']} onClick={close}><Icon name="close" />{t('close')}</button>
        </div>
      </dialog>
    </div>
  );
}
