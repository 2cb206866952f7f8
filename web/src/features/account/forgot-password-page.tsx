import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { focusFirstError } from '../../ui/focus-first-error.ts';
import { FormFrame } from '../../ui/form-frame.tsx';
import { FailureNote } from '../../ui/states.tsx';

export function ForgotPasswordPage() {
  const { t } = useTranslation('account');
  const form = useForm({ mode: 'uncontrolled', initialValues: { email: '' } });
  const send = useMutation({ mutationFn: ({ email }: typeof form.values) => call('POST /auth/forgot-password', { body: { email: email.trim() } }) });
  return (
    <FormFrame title={t('forgot.title')} lead={t('forgot.lead')} foot={<Anchor component={Link} underline="always" to="/sign-in">{t('backToSignIn')}</Anchor>}>
      {send.isSuccess ? (
        <Text role="status">{t('forgot.sent')}</Text>
      ) : (
        <form onSubmit={form.onSubmit((values) => { send.mutate(values); }, focusFirstError(form))}>
          <Stack>
            {send.isError && <FailureNote failure={send.error} takesFocus />}
            <TextInput key={form.key('email')} {...form.getInputProps('email')} label={t('email')} type="email" autoComplete="username" size="md" required />
            <Button type="submit" size="md" loading={send.isPending}>{t('forgot.action')}</Button>
          </Stack>
        </form>
      )}
    </FormFrame>
  );
}
