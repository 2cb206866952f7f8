import { Button, CopyButton, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import type { RoadmapAnswer } from '@cairn/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, call } from '../../lib/api.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { roadmapQuery } from './roadmap-queries.ts';

/** The roadmap outside Cairn (paper, text, calendar), its name, and the end of it. */
export function TakeAlong({ roadmap }: { roadmap: RoadmapAnswer }) {
  const { t } = useTranslation(['roadmap', 'common']);
  const [asking, setAsking] = useState<'renew' | 'rename' | 'erase' | null>(null);
  const [title, setTitle] = useState(roadmap.title);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { queryKey } = roadmapQuery(roadmap.id);
  const params = { id: roadmap.id };
  const close = () => { setAsking(null); };
  const renew = useMutation({
    mutationFn: () => call('POST /roadmaps/:id/calendar', { params }),
    onSuccess: ({ calendarUrl }) => {
      queryClient.setQueryData(queryKey, (before) => before && { ...before, calendarUrl });
      close();
    },
  });
  const rename = useMutation({
    mutationFn: () => call('PATCH /roadmaps/:id', { params, body: { title } }),
    onSuccess: (answer) => {
      queryClient.setQueryData(queryKey, answer);
      void queryClient.invalidateQueries({ queryKey: ['roadmaps', 'list'] });
      close();
    },
  });
  const erase = useMutation({
    mutationFn: () => call('DELETE /roadmaps/:id', { params }),
    onSuccess: async () => {
      await navigate({ to: '/roadmaps' });
      queryClient.removeQueries({ queryKey });
      await queryClient.invalidateQueries({ queryKey: ['roadmaps'] });
    },
  });
  return (
    <Stack component="section" gap="md" aria-labelledby="along-heading">
      <Title order={2} id="along-heading">{t('along.title')}</Title>
      <Group gap="xs">
        <Button component="a" variant="default" mih={44} href={addressOf('/roadmaps/:id/export', params, { format: 'pdf' })} download>{t('along.pdf')}</Button>
        <Button component="a" variant="default" mih={44} href={addressOf('/roadmaps/:id/export', params, { format: 'markdown' })} download>{t('along.markdown')}</Button>
      </Group>
      <Stack gap={6}>
        <TextInput label={t('along.calendar')} description={t('along.calendarHint')} value={roadmap.calendarUrl} readOnly size="md" onFocus={(event) => { event.currentTarget.select(); }} />
        <Group gap="xs">
          <CopyButton value={roadmap.calendarUrl}>
            {({ copied, copy }) => <Button variant="default" mih={44} onClick={copy}><span role="status">{t(copied ? 'along.copied' : 'along.copy')}</span></Button>}
          </CopyButton>
          <Button variant="subtle" mih={44} onClick={() => { setAsking('renew'); }}>{t('along.renew')}</Button>
        </Group>
      </Stack>
      <Group gap="xs">
        <Button variant="subtle" mih={44} onClick={() => { setTitle(roadmap.title); setAsking('rename'); }}>{t('rename.action')}</Button>
        <Button variant="subtle" color="brick" mih={44} onClick={() => { setAsking('erase'); }}>{t('erase.action')}</Button>
      </Group>
      <ConfirmDialog opened={asking === 'renew'} title={t('along.renewTitle')} confirm={t('along.renew')} isDangerous={false} isBusy={renew.isPending} failure={renew.error} onConfirm={() => { renew.mutate(); }} onClose={close}>{t('along.renewWhat')}</ConfirmDialog>
      <ConfirmDialog opened={asking === 'rename'} title={t('rename.title')} confirm={t('common:save')} isDangerous={false} isBusy={rename.isPending} failure={rename.error} onConfirm={() => { if (title.trim() !== '') rename.mutate(); }} onClose={close}>
        <TextInput label={t('rename.label')} value={title} maxLength={160} size="md" onChange={(event) => { setTitle(event.currentTarget.value); }} error={title.trim() === '' ? t('rename.empty') : null} data-autofocus />
      </ConfirmDialog>
      <ConfirmDialog opened={asking === 'erase'} title={t('erase.title')} confirm={t('erase.action')} isBusy={erase.isPending} failure={erase.error} onConfirm={() => { erase.mutate(); }} onClose={close}><Text inherit>{t('erase.what')}</Text></ConfirmDialog>
    </Stack>
  );
}
