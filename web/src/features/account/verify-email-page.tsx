import { Button, Loader, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { FormFrame } from '../../ui/form-frame.tsx';
import { FailureNote } from '../../ui/states.tsx';

/** Opened from the mail: confirms at once, and says so. */
export function VerifyEmailPage() {
  const { t } = useTranslation('account');
  const { token = '' } = useSearch({ strict: false });
  const verification = useQuery({
    queryKey: ['verify-email', token],
    queryFn: async () => {
      await call('POST /auth/verify-email', { body: { token } });
      return true;
    },
    retry: false,
    staleTime: Infinity,
  });
  return (
    <FormFrame title={t('verify.title')}>
      {verification.isPending && <Loader aria-label={t('verify.working')} />}
      {verification.isError && (
        <Stack>
          <FailureNote failure={verification.error} />
          <Button component={Link} to="/settings" variant="default" size="md">{t('verify.again')}</Button>
        </Stack>
      )}
      {verification.isSuccess && (
        <Stack>
          <Text role="status">{t('verify.done')}</Text>
          <Button component={Link} to="/home" size="md">{t('verify.action')}</Button>
        </Stack>
      )}
    </FormFrame>
  );
}
