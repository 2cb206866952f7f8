import { Alert, Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, Navigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { installationQuery } from '../../lib/installation.ts';
import { focusFirstError } from '../../ui/focus-first-error.ts';
import { FormFrame } from '../../ui/form-frame.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { FailureNote } from '../../ui/states.tsx';
import { OrganisationChoice } from './organisation-choice.tsx';
import { useSignedIn } from './use-signed-in.ts';

export function SignInPage() {
  const { t } = useTranslation('account');
  const { to } = useSearch({ strict: false });
  const installation = useQuery(installationQuery).data;
  const signedIn = useSignedIn();
  const form = useForm({ mode: 'uncontrolled', initialValues: { email: '', password: '', organisation: '' } });
  const signIn = useMutation({
    mutationFn: ({ email, password, organisation }: typeof form.values) => call('POST /auth/login', { body: { email: email.trim(), password, client: 'web', ...(organisation === '' ? {} : { organisation }) } }),
    onSuccess: ({ user }) => signedIn(user, to),
  });
  if (installation && !installation.setUp) return <Navigate to="/set-up" />;
  return (
    <FormFrame title={t('signIn.title')} foot={<>{t('signIn.new')} <Anchor component={Link} underline="always" to="/sign-up">{t('signIn.makeAccount')}</Anchor></>}>
      <form onSubmit={form.onSubmit((values) => { signIn.mutate(values); }, focusFirstError(form))}>
        <Stack>
          {signIn.isError && <FailureNote failure={signIn.error} takesFocus />}
          <OrganisationChoice value={form.getValues().organisation} onChange={(slug) => { form.setFieldValue('organisation', slug); }} />
          <TextInput key={form.key('email')} {...form.getInputProps('email')} label={t('email')} type="email" autoComplete="username" size="md" required />
          <PasswordField key={form.key('password')} {...form.getInputProps('password')} label={t('password')} autoComplete="current-password" required />
          <Button type="submit" size="md" loading={signIn.isPending}>{t('signIn.action')}</Button>
          <Anchor component={Link} underline="always" to="/forgot-password" size="sm">{t('signIn.forgot')}</Anchor>
        </Stack>
      </form>
      {installation?.demo && (
        <Alert role="note" mt="lg" color="amber" variant="light" title={t('signIn.demo.title')}>
          <Text size="sm" c="var(--mantine-color-text)">{t('signIn.demo.where')}</Text>
        </Alert>
      )}
    </FormFrame>
  );
}
