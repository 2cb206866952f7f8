import { Anchor, Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { focusFirstError } from '../../ui/focus-first-error.ts';
import { FormFrame } from '../../ui/form-frame.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { FailureNote } from '../../ui/states.tsx';
import { shortestPassword } from './password-rule.ts';

export function ResetPasswordPage() {
  const { t } = useTranslation('account');
  const { token = '' } = useSearch({ strict: false });
  const navigate = useNavigate();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { password: '' },
    validate: { password: (value) => (value.length < shortestPassword ? t('password.short', { count: shortestPassword }) : null) },
  });
  const reset = useMutation({
    mutationFn: ({ password }: typeof form.values) => call('POST /auth/reset-password', { body: { token, password } }),
    onSuccess: () => navigate({ to: '/sign-in' }),
  });
  return (
    <FormFrame title={t('reset.title')} lead={t('reset.lead')} foot={<Anchor component={Link} underline="always" to="/forgot-password">{t('reset.newLink')}</Anchor>}>
      <form onSubmit={form.onSubmit((values) => { reset.mutate(values); }, focusFirstError(form))}>
        <Stack>
          {reset.isError && <FailureNote failure={reset.error} takesFocus />}
          <PasswordField key={form.key('password')} {...form.getInputProps('password')} label={t('password.new')} description={t('password.hint', { count: shortestPassword })} autoComplete="new-password" required />
          <Button type="submit" size="md" loading={reset.isPending}>{t('reset.action')}</Button>
        </Stack>
      </form>
    </FormFrame>
  );
}
