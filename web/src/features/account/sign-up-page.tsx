import { Anchor, Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { languages } from '../../lib/i18n.ts';
import { focusFirstError } from '../../ui/focus-first-error.ts';
import { FormFrame } from '../../ui/form-frame.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { FailureNote } from '../../ui/states.tsx';
import { OrganisationChoice } from './organisation-choice.tsx';
import { shortestPassword } from './password-rule.ts';
import { useSignedIn } from './use-signed-in.ts';

export function SignUpPage() {
  const { t, i18n } = useTranslation('account');
  const { invitation } = useSearch({ strict: false });
  const signedIn = useSignedIn();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', email: '', password: '', organisation: '' },
    validate: {
      name: (value) => (value.trim() === '' ? t('name.missing') : null),
      password: (value) => (value.length < shortestPassword ? t('password.short', { count: shortestPassword }) : null),
    },
  });
  const signUp = useMutation({
    mutationFn: ({ name, email, password, organisation }: typeof form.values) =>
      call('POST /auth/register', {
        body: {
          name: name.trim(), email: email.trim(), password, client: 'web', language: languages.find((one) => one === i18n.language) ?? 'en',
          ...(organisation === '' ? {} : { organisation }), ...(invitation ? { invitation } : {}),
        },
      }),
    onSuccess: ({ user }) => signedIn(user),
  });
  return (
    <FormFrame title={t('signUp.title')} lead={invitation ? t('signUp.invited') : t('signUp.lead')} foot={<>{t('signUp.known')} <Anchor component={Link} underline="always" to="/sign-in">{t('signIn.action')}</Anchor></>}>
      <form onSubmit={form.onSubmit((values) => { signUp.mutate(values); }, focusFirstError(form))}>
        <Stack>
          {signUp.isError && <FailureNote failure={signUp.error} takesFocus />}
          <OrganisationChoice value={form.getValues().organisation} onChange={(slug) => { form.setFieldValue('organisation', slug); }} />
          <TextInput key={form.key('name')} {...form.getInputProps('name')} label={t('name')} autoComplete="name" maxLength={120} size="md" required />
          <TextInput key={form.key('email')} {...form.getInputProps('email')} label={t('email')} description={t('signUp.emailHint')} type="email" autoComplete="username" size="md" required />
          <PasswordField key={form.key('password')} {...form.getInputProps('password')} label={t('password')} description={t('password.hint', { count: shortestPassword })} autoComplete="new-password" required />
          <Button type="submit" size="md" loading={signUp.isPending}>{t('signUp.action')}</Button>
        </Stack>
      </form>
    </FormFrame>
  );
}
