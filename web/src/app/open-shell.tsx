import { Link, Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CairnMark } from '../ui/cairn-mark.tsx';
import { LanguageSwitch, SchemeSwitch } from '../ui/preferences.tsx';
import classes from './open-shell.module.css';

/** The frame of pages that need no session. */
export function OpenFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation('common');
  return (
    <>
      <a className="cairn-skip" href="#main">{t('skipToContent')}</a>
      <header className={classes['header']}>
        <Link to="/" aria-label={t('home')} className={classes['brand']}>
          <CairnMark />
          <span>{t('name')}</span>
        </Link>
        <div className={classes['side']}>
          <LanguageSwitch />
          <SchemeSwitch />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={classes['main']}>{children}</main>
    </>
  );
}

export function OpenShell() {
  return <OpenFrame><Outlet /></OpenFrame>;
}
