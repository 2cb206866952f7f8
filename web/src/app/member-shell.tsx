import { QueryClientProvider } from '@tanstack/react-query';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { gathered } from '../lib/gathered.ts';
import { loadWords } from '../lib/i18n.ts';
import { followLive } from '../lib/live.ts';
import { useChangePreferences, useStoredPreferences } from '../lib/own-preferences.ts';
import { queryClient } from '../lib/query-client.ts';
import { useMe } from '../lib/session.ts';
import { CairnMark } from '../ui/cairn-mark.tsx';
import { Icon } from '../ui/icons.tsx';
import { LanguageSwitch, SchemeSwitch } from '../ui/preferences.tsx';
import { MorePlaces } from './more-places.tsx';
import classes from './member-shell.module.css';
import { OfflineNote } from './offline-note.tsx';
import { queriesChangedBy } from './live-queries.ts';
import { homeOf, placesOf, settingsPlace, type Place } from './places.ts';
import { signOut } from './sign-out.ts';

const Palette = lazy(async () => {
  const [module] = await Promise.all([import('./palette.tsx'), loadWords(['palette'])]);
  return { default: module.Palette };
});

/** Asks the server, so it stands inside the client of the questions. */
export function MemberShell() {
  return (
    <QueryClientProvider client={queryClient}>
      <Frame />
    </QueryClientProvider>
  );
}

/** The frame of a signed-in page: a rail on wide screens, a bar at the thumb on phones; follows what changes elsewhere. */
function Frame() {
  const { t } = useTranslation('common');
  const me = useMe();
  const { changeOwnLanguage, changeOwnTheme } = useChangePreferences();
  const palette = usePalette();
  useStoredPreferences();
  useLiveQueries();
  useFocusOnArrival();
  const places = useActivePlaceInSight();
  const role = me?.role ?? 'student';
  const { daily, inBar, office } = placesOf(role);
  const beyondBar = [...daily.slice(inBar.length), ...office];
  return (
    <div className={classes['frame']}>
      <a className="cairn-skip" href="#main">{t('skipToContent')}</a>
      <header className={classes['rail']}>
        <div className={classes['top']}>
          <Link to={homeOf(role)} aria-label={t('home')} className={classes['brand']}>
            <CairnMark />
            <span>{t('name')}</span>
          </Link>
          <div className={classes['preferences']}>
            <LanguageSwitch onChange={changeOwnLanguage} />
            <SchemeSwitch onChange={changeOwnTheme} />
          </div>
        </div>
        <p className={classes['organisation']}>{me?.organisation.name}</p>
        <button type="button" className={classes['find']} aria-haspopup="dialog" aria-keyshortcuts="Control+K Meta+K" onClick={palette.open}>
          <Icon name="find" size={18} />
          <span>{t('nav.find')}</span>
          <kbd aria-hidden="true">{t('nav.findKeys')}</kbd>
        </button>
        <nav ref={places} aria-label={t('nav.label')} className={classes['places']}>
          {inBar.map((place) => <PlaceLink key={place.to} place={place} />)}
          {beyondBar.map((place) => <PlaceLink key={place.to} place={place} isWideOnly />)}
          <MorePlaces name={me?.name ?? ''} organisation={me?.organisation.name ?? ''} places={[...beyondBar, settingsPlace]} onFind={palette.open} />
        </nav>
        <div className={classes['foot']}>
          <p className={classes['person']} title={me?.name}>{me?.name}</p>
          <PlaceLink place={settingsPlace} />
          <button type="button" className={classes['place']} onClick={() => { void signOut(); }}><Icon name="leave" /><span>{t('signOut')}</span></button>
        </div>
      </header>
      <main id="main" tabIndex={-1} className={classes['main']}>
        <OfflineNote />
        <Outlet />
      </main>
      {palette.isOpen && <Suspense fallback={null}><Palette onClose={palette.close} /></Suspense>}
    </div>
  );
}

function PlaceLink({ place, isWideOnly = false }: { place: Place; isWideOnly?: boolean }) {
  const { t } = useTranslation('common');
  return (
    <Link to={place.to} className={`${classes['place'] ?? ''} ${isWideOnly ? classes['wideOnly'] ?? '' : ''}`} activeProps={{ 'data-active': true, 'aria-current': 'page' }}>
      <Icon name={place.icon} />
      <span>{t(place.label)}</span>
    </Link>
  );
}

/** Of more places than fit, the one that is open. */
function useActivePlaceInSight() {
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const places = useRef<HTMLElement>(null);
  useEffect(() => { places.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' }); }, [pathname]);
  return places;
}

/** A page that was gone to is where reading goes on, unless it has put the focus somewhere itself. */
function useFocusOnArrival() {
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const first = useRef(pathname);
  useEffect(() => {
    const main = document.getElementById('main');
    if (pathname === first.current || !main || main.contains(document.activeElement)) return;
    first.current = undefined;
    main.focus({ preventScroll: true });
  }, [pathname]);
}

/** Open from a button or by Ctrl-K / ⌘K; closed by going anywhere. */
function usePalette() {
  const [isOpen, setIsOpen] = useState(false);
  const href = useRouterState({ select: (state) => state.location.href });
  useEffect(() => { setIsOpen(false); }, [href]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      setIsOpen((was) => !was);
    };
    document.addEventListener('keydown', onKey);
    return () => { document.removeEventListener('keydown', onKey); };
  }, []);
  return { isOpen, open: () => { setIsOpen(true); }, close: () => { setIsOpen(false); } };
}

/** Events of one change arrive together, and answers in a quiz seconds apart: each query is asked again once. */
const gatherMilliseconds = 200;

function useLiveQueries() {
  useEffect(
    () => {
      const changed = gathered<string[]>(gatherMilliseconds, (keys) => { for (const queryKey of keys) void queryClient.invalidateQueries({ queryKey }); });
      const stop = followLive((event) => { for (const queryKey of queriesChangedBy(event)) changed.add(queryKey.join(' '), queryKey); }, () => { void queryClient.invalidateQueries(); });
      return () => {
        changed.end();
        stop();
      };
    },
    [],
  );
}
