import { Alert, Button, Group, NativeSelect, Stack, Text, TextInput, Title, useMantineColorScheme } from '@mantine/core';
import type { User } from '@cairn/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { changeLanguage, type Language } from '../../lib/i18n.ts';
import { meQuery } from '../../lib/session.ts';
import { FailureNote } from '../../ui/states.tsx';

export function ProfileForm({ me }: { me: User }) {
  const { t } = useTranslation('settings');
  const queryClient = useQueryClient();
  const { setColorScheme } = useMantineColorScheme();
  const [name, setName] = useState(me.name);
  const save = useMutation({
    mutationFn: (change: { name?: string; language?: Language; theme?: User['theme'] }) => call('PATCH /me', { body: change }),
    onSuccess: (changed) => { queryClient.setQueryData(meQuery.queryKey, changed); },
  });
  return (
    <Stack component="section" aria-labelledby="profile">
      <Title order={2} id="profile">{t('profile.title')}</Title>
      {!me.emailVerified && <Unconfirmed email={me.email} />}
      <form onSubmit={(event) => { event.preventDefault(); save.mutate({ name: name.trim() }); }}>
        <Group align="flex-end" wrap="wrap">
          <TextInput label={t('profile.name')} value={name} required maxLength={120} size="md" flex="1 1 240px" autoComplete="name" onChange={(event) => { setName(event.currentTarget.value); }} />
          <Button type="submit" variant="default" size="md" loading={save.isPending} disabled={name.trim() === '' || name.trim() === me.name}>{t('profile.save')}</Button>
        </Group>
      </form>
      <Text size="sm" c="dimmed">{t('profile.account', { email: me.email, organisation: me.organisation.name, role: t(`role.${me.role}`) })}</Text>
      <Group grow align="flex-start" preventGrowOverflow={false} wrap="wrap">
        <NativeSelect
          label={t('profile.language')} size="md" value={me.language} data={[{ value: 'en', label: 'English' }, { value: 'hi', label: 'हिन्दी' }]}
          onChange={(event) => { const language = event.currentTarget.value as Language; void changeLanguage(language); save.mutate({ language }); }}
        />
        <NativeSelect
          label={t('profile.theme')} size="md" value={me.theme} data={(['system', 'light', 'dark'] as const).map((theme) => ({ value: theme, label: t(`theme.${theme}`) }))}
          onChange={(event) => { const theme = event.currentTarget.value as User['theme']; setColorScheme(theme === 'system' ? 'auto' : theme); save.mutate({ theme }); }}
        />
      </Group>
      {save.isError && <FailureNote failure={save.error} />}
      <Text size="sm" role="status" aria-live="polite">{save.isSuccess ? t('profile.saved') : ''}</Text>
    </Stack>
  );
}

function Unconfirmed({ email }: { email: string }) {
  const { t } = useTranslation('settings');
  const send = useMutation({ mutationFn: () => call('POST /auth/resend-verification') });
  return (
    <Alert role="note" color="amber" variant="light" title={t('unconfirmed.title')}>
      <Stack gap="xs">
        <Text size="sm" c="var(--mantine-color-text)">{send.isSuccess ? t('unconfirmed.sent', { email }) : t('unconfirmed.why', { email })}</Text>
        {send.isError && <FailureNote failure={send.error} />}
        {!send.isSuccess && <Group><Button variant="default" mih={44} loading={send.isPending} onClick={() => { send.mutate(); }}>{t('unconfirmed.send')}</Button></Group>}
      </Stack>
    </Alert>
  );
}
