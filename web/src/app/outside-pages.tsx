import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CairnMark } from '../ui/cairn-mark.tsx';
import { PageFailure } from '../ui/states.tsx';
import { OpenFrame } from './open-shell.tsx';

/** An address that leads nowhere. */
export function NotFound() {
  const { t } = useTranslation('common');
  useDocumentTitle(`${t('notFound.title')} · ${t('name')}`);
  return (
    <OpenFrame>
      <Center px="md" py={64}>
        <Stack align="center" gap="sm" maw={440} ta="center">
          <CairnMark size={56} stones={0} />
          <Title order={1}>{t('notFound.title')}</Title>
          <Text c="dimmed">{t('notFound.why')}</Text>
          <Button component={Link} to="/">{t('notFound.action')}</Button>
        </Stack>
      </Center>
    </OpenFrame>
  );
}

/** What went wrong before there was a frame. */
export function Unexpected({ error }: { error: unknown }) {
  return <OpenFrame><PageFailure error={error} /></OpenFrame>;
}
