import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { installationQuery } from '../../lib/installation.ts';
import { focusFirstError } from '../../ui/focus-first-error.ts';
import { FormFrame } from '../../ui/form-frame.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { FailureNote } from '../../ui/states.tsx';
import { shortestPassword } from './password-rule.ts';
import { slugFrom } from './slug.ts';
import { useSignedIn } from './use-signed-in.ts';

/** The first visit to an empty installation: makes the organisation and its first admin. */
export function SetUpPage() {
  const { t } = useTranslation('account');
  const queryClient = useQueryClient();
  const installation = useQuery(installationQuery).data;
  const signedIn = useSignedIn();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { organisationName: '', emailDomain: '', name: '', email: '', password: '' },
    validate: {
      organisationName: (value) => (value.trim().length < 2 ? t('setUp.organisation.missing') : null),
      name: (value) => (value.trim() === '' ? t('name.missing') : null),
      password: (value) => (value.length < shortestPassword ? t('password.short', { count: shortestPassword }) : null),
    },
  });
  const setUp = useMutation({
    mutationFn: async ({ organisationName, emailDomain, name, email, password }: typeof form.values) => {
      const { organisation } = await call('POST /installation', {
        body: { organisationName: organisationName.trim(), slug: slugFrom(organisationName), name: name.trim(), email: email.trim(), password, client: 'web', ...(emailDomain.trim() === '' ? {} : { emailDomain: emailDomain.trim() }) },
      });
      return call('POST /auth/login', { body: { email: email.trim(), password, client: 'web', organisation: organisation.slug } });
    },
    onSuccess: async ({ user }) => {
      await queryClient.invalidateQueries(installationQuery);
      await signedIn(user, '/people');
    },
  });
  if (installation?.setUp && !setUp.isPending && !setUp.isSuccess) return <Navigate to="/sign-in" />;
  return (
    <FormFrame title={t('setUp.title')} lead={t('setUp.lead')}>
      <form onSubmit={form.onSubmit((values) => { setUp.mutate(values); }, focusFirstError(form))}>
        <Stack>
          {setUp.isError && <FailureNote failure={setUp.error} takesFocus />}
          <TextInput key={form.key('organisationName')} {...form.getInputProps('organisationName')} label={t('setUp.organisation')} maxLength={160} size="md" required />
          <TextInput key={form.key('emailDomain')} {...form.getInputProps('emailDomain')} label={t('setUp.domain')} description={t('setUp.domain.hint')} maxLength={253} size="md" />
          <TextInput key={form.key('name')} {...form.getInputProps('name')} label={t('setUp.yourName')} autoComplete="name" maxLength={120} size="md" required />
          <TextInput key={form.key('email')} {...form.getInputProps('email')} label={t('email')} type="email" autoComplete="username" size="md" required />
          <PasswordField key={form.key('password')} {...form.getInputProps('password')} label={t('password')} description={t('password.hint', { count: shortestPassword })} autoComplete="new-password" required />
          <Button type="submit" size="md" loading={setUp.isPending}>{t('setUp.action')}</Button>
        </Stack>
      </form>
    </FormFrame>
  );
}
