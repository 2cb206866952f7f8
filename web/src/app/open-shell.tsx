import { Box, Button, Group, Text } from '@mantine/core';
import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CairnMark } from '../ui/cairn-mark.tsx';
import { LanguageSwitch, SchemeSwitch } from '../ui/preferences.tsx';

/** The frame of pages that need no session. */
export function OpenShell() {
  const { t } = useTranslation('common');
  return (
    <Box mih="100dvh">
      <a className="cairn-skip" href="#main">{t('skipToContent')}</a>
      <Group component="header" justify="space-between" px={{ base: 'md', sm: 'lg' }} py="xs" maw={1120} mx="auto" wrap="nowrap">
        <Link to="/" aria-label={t('home')} style={{ color: 'inherit', textDecoration: 'none', minHeight: 44, display: 'flex', alignItems: 'center', gap: 8 }}>
          <CairnMark />
          <Text fw={650} size="lg" component="span">{t('name')}</Text>
        </Link>
        <Group gap={4} wrap="nowrap">
          <LanguageSwitch />
          <SchemeSwitch />
          <Button component={Link} to="/sign-in" variant="default" h={44} visibleFrom="xs">{t('signIn')}</Button>
        </Group>
      </Group>
      <Box component="main" id="main" tabIndex={-1} style={{ outline: 'none' }}>
        <Outlet />
      </Box>
    </Box>
  );
}
