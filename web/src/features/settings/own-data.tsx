import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, call } from '../../lib/api.ts';
import { rememberMember } from '../../lib/kept.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { PasswordField } from '../../ui/password-field.tsx';

/** Take everything along, or have everything erased. */
export function OwnData() {
  const { t } = useTranslation('settings');
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [password, setPassword] = useState('');
  const erase = useMutation({
    mutationFn: () => call('DELETE /me', { body: { password } }),
    onSuccess: () => {
      queryClient.clear();
      rememberMember(null);
      location.assign('/');
    },
  });
  return (
    <Stack component="section" aria-labelledby="data">
      <Title order={2} id="data">{t('data.title')}</Title>
      <Text c="dimmed">{t('data.export.why')}</Text>
      <Group><Button component="a" href={addressOf('/me/export')} download variant="default" mih={44}>{t('data.export')}</Button></Group>
      <Text c="dimmed">{t('data.erase.why')}</Text>
      <Group><Button variant="outline" color="brick" mih={44} onClick={() => { setAsking(true); }}>{t('data.erase')}</Button></Group>
      <ConfirmDialog opened={asking} title={t('data.erase.title')} confirm={t('data.erase.confirm')} isBusy={erase.isPending} failure={erase.error} onConfirm={() => { erase.mutate(); }} onClose={() => { setAsking(false); setPassword(''); erase.reset(); }}>
        <Stack>
          <Text>{t('data.erase.what')}</Text>
          <PasswordField label={t('data.password')} autoComplete="current-password" value={password} onChange={(event) => { setPassword(event.currentTarget.value); }} />
        </Stack>
      </ConfirmDialog>
    </Stack>
  );
}
