import { Badge, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { formatInstant } from '../../lib/format.ts';
import { rememberMember } from '../../lib/kept.ts';
import { FailureNote } from '../../ui/states.tsx';
import { deviceOf } from './device.ts';

/** Shown before somebody asks for all of them. */
const fewSessions = 5;

/** Where the person is signed in, each of which can be ended. */
export function Sessions() {
  const { t, i18n } = useTranslation('settings');
  const queryClient = useQueryClient();
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: ({ signal }) => call('GET /auth/sessions', { signal }) });
  const [showsAll, setShowsAll] = useState(false);
  const end = useMutation({
    mutationFn: (sessionId: string) => call('DELETE /auth/sessions/:sessionId', { params: { sessionId } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['sessions'] }),
  });
  const endAll = useMutation({
    mutationFn: () => call('POST /auth/logout', { body: { everywhere: true } }),
    onSuccess: () => {
      rememberMember(null);
      location.assign('/sign-in');
    },
  });
  // The one in use first; the server lists the rest by last use.
  const items = sessions.data?.items.toSorted((one, other) => Number(other.current) - Number(one.current)) ?? [];
  const shown = showsAll ? items : items.slice(0, fewSessions);
  return (
    <Stack component="section" aria-labelledby="sessions">
      <Title order={2} id="sessions">{t('sessions.title')}</Title>
      {sessions.isPending && <Skeleton height={88} />}
      {sessions.isError && <FailureNote failure={sessions.error} retry={() => { void sessions.refetch(); }} />}
      {end.isError && <FailureNote failure={end.error} />}
      <Stack component="ul" m={0} p={0} gap="xs">
        {shown.map((session) => (
          <Group key={session.id} component="li" justify="space-between" wrap="nowrap" style={{ listStyle: 'none', borderBottom: '1px solid var(--mantine-color-default-border)' }} py="xs">
            <Stack gap={2} miw={0}>
              <Group gap="xs"><Text fw={500}>{session.client === 'api' ? t('sessions.api') : deviceOf(session.userAgent) ?? t('sessions.browser')}</Text>{session.current && <Badge variant="light" size="lg" tt="none">{t('sessions.current')}</Badge>}</Group>
              <Text size="sm" c="dimmed">{t('sessions.used', { at: formatInstant(session.lastUsedAt, i18n.language) })}</Text>
            </Stack>
            {!session.current && <Button variant="default" mih={44} onClick={() => { end.mutate(session.id); }}>{t('sessions.end')}</Button>}
          </Group>
        ))}
      </Stack>
      {shown.length < items.length && <Group><Button variant="subtle" px={0} onClick={() => { setShowsAll(true); }}>{t('sessions.more', { count: items.length - shown.length })}</Button></Group>}
      <Group><Button variant="default" mih={44} loading={endAll.isPending} onClick={() => { endAll.mutate(); }}>{t('sessions.endAll')}</Button></Group>
      {endAll.isError && <FailureNote failure={endAll.error} />}
    </Stack>
  );
}
