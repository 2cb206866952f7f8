import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { formatInstant } from '../../lib/format.ts';
import { FailureNote } from '../../ui/states.tsx';
import { useMe } from '../../lib/session.ts';
import { rolesToInvite, type MemberRole } from './member-roles.ts';

/** Everybody but students joins by invitation. */
export function Invitations() {
  const { t, i18n } = useTranslation('staff');
  const queryClient = useQueryClient();
  const [email, setEmail] = useState('');
  const mine = useMe()?.role;
  const offered = rolesToInvite(mine);
  const [role, setRole] = useState<MemberRole>(mine === 'admin' ? 'staff' : 'alumni');
  const open = useQuery({ queryKey: ['invitations'], queryFn: ({ signal }) => call('GET /invitations', { signal }) });
  const invite = useMutation({
    mutationFn: () => call('POST /invitations', { body: { email: email.trim(), role } }),
    onSuccess: async () => {
      setEmail('');
      await queryClient.invalidateQueries({ queryKey: ['invitations'] });
    },
  });
  return (
    <Stack gap="sm">
      <form onSubmit={(event) => { event.preventDefault(); invite.mutate(); }}>
        <Group align="flex-end" wrap="wrap">
          <TextInput label={t('invite.email')} type="email" size="md" required flex="1 1 220px" value={email} onChange={(event) => { setEmail(event.currentTarget.value); }} />
          <NativeSelect label={t('invite.role')} size="md" value={role} data={offered.map((one) => ({ value: one, label: t(`role.${one}`) }))} onChange={(event) => { setRole(event.currentTarget.value as MemberRole); }} />
          <Button type="submit" size="md" loading={invite.isPending}>{t('invite.action')}</Button>
        </Group>
      </form>
      {invite.isError && <FailureNote failure={invite.error} />}
      <Text size="sm" role="status" aria-live="polite">{invite.isSuccess ? t('invite.sent', { email: invite.data.email }) : ''}</Text>
      {open.data && open.data.items.length > 0 && (
        <Stack gap={4} component="ul" m={0} ps="lg">
          {open.data.items.map((invitation) => (
            <Text key={invitation.id} component="li" size="sm">{t('invite.open', { email: invitation.email, role: t(`role.${invitation.role}`), until: formatInstant(invitation.expiresAt, i18n.language) })}</Text>
          ))}
        </Stack>
      )}
    </Stack>
  );
}
