import { Box, Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../lib/api.ts';
import { followLive } from '../lib/live.ts';
import { useMe } from '../lib/session.ts';
import { CairnMark } from '../ui/cairn-mark.tsx';
import { Icon, type IconName } from '../ui/icons.tsx';
import { LanguageSwitch, SchemeSwitch } from '../ui/preferences.tsx';
import classes from './member-shell.module.css';
import { queriesChangedBy } from './live-queries.ts';

interface Place {
  to: '/dashboard' | '/resumes' | '/gaps' | '/roadmaps' | '/skills' | '/settings' | '/people' | '/failed-jobs';
  icon: IconName;
  label: 'nav.today' | 'nav.resume' | 'nav.gap' | 'nav.roadmap' | 'nav.skills' | 'nav.settings' | 'nav.people' | 'nav.failedJobs';
}

const learnerPlaces: Place[] = [
  { to: '/dashboard', icon: 'today', label: 'nav.today' },
  { to: '/resumes', icon: 'resume', label: 'nav.resume' },
  { to: '/gaps', icon: 'gap', label: 'nav.gap' },
  { to: '/roadmaps', icon: 'roadmap', label: 'nav.roadmap' },
  { to: '/skills', icon: 'skills', label: 'nav.skills' },
];
const officePlaces: Place[] = [
  { to: '/people', icon: 'people', label: 'nav.people' },
  { to: '/failed-jobs', icon: 'jobs', label: 'nav.failedJobs' },
];

/** The frame of a signed-in page: a rail on wide screens, a bar at the thumb on phones; follows what changes elsewhere. */
export function MemberShell() {
  const { t } = useTranslation('common');
  const me = useMe();
  const queryClient = useQueryClient();

  useEffect(
    () => followLive(
      (event) => { for (const queryKey of queriesChangedBy(event)) void queryClient.invalidateQueries({ queryKey }); },
      () => { void queryClient.invalidateQueries(); },
    ),
    [queryClient],
  );

  const places = me?.role === 'staff' || me?.role === 'admin' ? [...learnerPlaces, ...officePlaces] : learnerPlaces;
  const signOut = async () => {
    await call('POST /auth/logout', { body: {} });
    queryClient.clear();
    location.assign('/');
  };

  return (
    <Box className={classes['frame']}>
      <a className="cairn-skip" href="#main">{t('skipToContent')}</a>
      <Stack component="header" className={classes['rail']} gap="md">
        <Group justify="space-between" wrap="nowrap">
          <Link to="/dashboard" aria-label={t('home')} className={classes['brand']}>
            <CairnMark />
            <Text fw={650} size="lg" component="span">{t('name')}</Text>
          </Link>
          <Group gap={0} wrap="nowrap" className={classes['preferences']}>
            <LanguageSwitch onChange={(language) => { void call('PATCH /me', { body: { language } }); }} />
            <SchemeSwitch onChange={(theme) => { void call('PATCH /me', { body: { theme } }); }} />
            <Link to="/settings" className={classes['account']} aria-label={t('nav.settings')}><Icon name="settings" /></Link>
          </Group>
        </Group>
        <Text size="sm" c="dimmed" lineClamp={2} className={classes['organisation']}>{me?.organisation.name}</Text>
        <nav aria-label={t('nav.label')} className={classes['places']}>
          {places.map((place) => (
            <Link key={place.to} to={place.to} className={classes['place']} activeProps={{ 'data-active': true, 'aria-current': 'page' }}>
              <Icon name={place.icon} />
              <span>{t(place.label)}</span>
            </Link>
          ))}
        </nav>
        <Stack gap={4} className={classes['foot']}>
          <Text size="sm" fw={600} lineClamp={2}>{me?.name}</Text>
          <Link to="/settings" className={classes['place']} activeProps={{ 'data-active': true, 'aria-current': 'page' }}><Icon name="settings" /><span>{t('nav.settings')}</span></Link>
          <Button variant="subtle" color="gray" justify="flex-start" onClick={() => { void signOut(); }}>{t('signOut')}</Button>
        </Stack>
      </Stack>
      <Box component="main" id="main" tabIndex={-1} className={classes['main']}>
        <Outlet />
      </Box>
    </Box>
  );
}
