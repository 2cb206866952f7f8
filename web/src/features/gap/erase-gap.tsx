import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

export function EraseGap({ id }: { id: string }) {
  const { t } = useTranslation('gap');
  const [isAsking, setIsAsking] = useState(false);
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const erase = useMutation({
    mutationFn: () => call('DELETE /skill-gaps/:id', { params: { id } }),
    onSuccess: async () => {
      await navigate({ to: '/gaps' });
      queryClient.removeQueries({ queryKey: ['gaps', 'one', id] });
      await queryClient.invalidateQueries({ queryKey: ['gaps'] });
    },
  });
  return (
    <>
      <Button variant="subtle" color="brick" mih={44} onClick={() => { setIsAsking(true); }}>{t('erase.action')}</Button>
      <ConfirmDialog opened={isAsking} title={t('erase.title')} confirm={t('erase.action')} isBusy={erase.isPending} failure={erase.error} onConfirm={() => { erase.mutate(); }} onClose={() => { setIsAsking(false); }}>
        {t('erase.what')}
      </ConfirmDialog>
    </>
  );
}
