import { Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { FormFrame } from '../../ui/form-frame.tsx';
import { FailureNote } from '../../ui/states.tsx';

/** Opened from the mail, without a session. Asks once, since programs that look at links open them too. */
export function WeeklyMailPage() {
  const { t } = useTranslation('progress');
  const { token = '' } = useSearch({ strict: false });
  const end = useMutation({ mutationFn: () => call('POST /progress/digest/:digestToken/end', { params: { digestToken: token } }) });
  return (
    <FormFrame title={t('mail.title')}>
      <Stack>
        {end.isSuccess ? <Text role="status">{t('mail.ended')}</Text> : <Text>{t('mail.ask')}</Text>}
        {end.isError && <FailureNote failure={end.error} takesFocus />}
        {!end.isSuccess && <Button size="md" mih={44} loading={end.isPending} onClick={() => { end.mutate(); }}>{t('mail.end')}</Button>}
      </Stack>
    </FormFrame>
  );
}
