import { Button, Group, Paper, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core';
import type { Api } from '@cairn/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { meQuery, useMe } from '../../lib/session.ts';
import { FailureNote } from '../../ui/states.tsx';

type Organisation = Api['GET /organisation']['answer'];

const organisationQuery = { queryKey: ['organisation'], queryFn: ({ signal }: { signal: AbortSignal }) => call('GET /organisation', { signal }) };

/** Whose addresses count as the organisation's own: the office sees it, an admin changes it. */
export function OwnOrganisation() {
  const { t } = useTranslation('staff');
  const isAdmin = useMe()?.role === 'admin';
  const [isChanging, setChanging] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasChanging = useRef(false);
  useEffect(() => {
    if (wasChanging.current && !isChanging) opener.current?.focus();
    wasChanging.current = isChanging;
  }, [isChanging]);
  const read = useQuery(organisationQuery);
  if (read.isPending) return <Skeleton height={84} radius="lg" />;
  if (read.isError) return <FailureNote failure={read.error} retry={() => { void read.refetch(); }} />;
  const { name, emailDomain } = read.data;
  return (
    <Paper component="section" withBorder radius="lg" p="md" bg="var(--cairn-surface)" aria-labelledby="organisation-heading">
      <Stack gap="sm">
        <Title order={2} id="organisation-heading" size="h4" style={{ overflowWrap: 'anywhere' }}>{name}</Title>
        {isChanging ? <ChangeForm organisation={read.data} onDone={(saved) => { setSaved(saved); setChanging(false); }} /> : (
          <Group justify="space-between" gap="sm">
            <Text flex="1 1 260px" className="cairn-prose" style={{ overflowWrap: 'anywhere' }}>{emailDomain === null ? t('organisation.noDomain') : t('organisation.domain', { domain: emailDomain })}</Text>
            {isAdmin && <Button ref={opener} variant="default" mih={44} onClick={() => { setSaved(false); setChanging(true); }}>{t('organisation.change')}</Button>}
          </Group>
        )}
      </Stack>
      <Text size="sm" c="dimmed" role="status" aria-live="polite">{isSaved ? t('organisation.saved') : ''}</Text>
    </Paper>
  );
}

function ChangeForm({ organisation, onDone }: { organisation: Organisation; onDone: (saved: boolean) => void }) {
  const { t } = useTranslation(['staff', 'common']);
  const queryClient = useQueryClient();
  const [name, setName] = useState(organisation.name);
  const [domain, setDomain] = useState(organisation.emailDomain ?? '');
  const save = useMutation({
    mutationFn: () => call('PATCH /organisation', { body: { name: name.trim(), emailDomain: domain.trim() === '' ? null : domain.trim() } }),
    onSuccess: async (changed) => {
      queryClient.setQueryData(organisationQuery.queryKey, changed);
      // Its name stands in the frame of every page.
      await queryClient.invalidateQueries(meQuery);
      onDone(true);
    },
  });
  return (
    <form onSubmit={(event) => { event.preventDefault(); save.mutate(); }}>
      <Stack gap="sm">
        {save.isError && <FailureNote failure={save.error} takesFocus />}
        <TextInput label={t('organisation.name')} size="md" required minLength={2} maxLength={160} value={name} autoFocus onChange={(event) => { setName(event.currentTarget.value); }} />
        <TextInput label={t('organisation.emailDomain')} description={t('organisation.emailDomain.hint')} size="md" maxLength={253} autoCapitalize="none" spellCheck={false} value={domain} onChange={(event) => { setDomain(event.currentTarget.value); }} />
        <Group gap="sm">
          <Button type="submit" size="md" mih={44} loading={save.isPending}>{t('organisation.save')}</Button>
          <Button variant="default" size="md" mih={44} onClick={() => { onDone(false); }}>{t('common:cancel')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
