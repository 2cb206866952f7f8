import { Skeleton, Stack, Switch, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { FailureNote } from '../../ui/states.tsx';

const settingsKey = ['progress', 'settings'];

export function WeeklyMail() {
  const { t } = useTranslation('settings');
  const queryClient = useQueryClient();
  const settings = useQuery({ queryKey: settingsKey, queryFn: ({ signal }) => call('GET /progress/settings', { signal }) });
  const save = useMutation({
    mutationFn: (weeklyDigest: boolean) => call('PUT /progress/settings', { body: { weeklyDigest } }),
    onSuccess: (saved) => { queryClient.setQueryData(settingsKey, saved); },
  });
  return (
    <Stack component="section" aria-labelledby="weekly-mail">
      <Title order={2} id="weekly-mail">{t('mail.title')}</Title>
      <Text c="dimmed">{t('mail.why')}</Text>
      {settings.isPending && <Skeleton height={44} />}
      {settings.isError && <FailureNote failure={settings.error} retry={() => { void settings.refetch(); }} />}
      {settings.data && <Switch size="md" label={t('mail.on')} checked={save.isPending ? save.variables : settings.data.weeklyDigest} onChange={(event) => { save.mutate(event.currentTarget.checked); }} />}
      {save.isError && <FailureNote failure={save.error} />}
    </Stack>
  );
}
