import { Checkbox, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { canKeepCopies, dropCopy, hasCopy, keepCopies } from '../../lib/offline-copies.ts';
import { useOnline } from '../../lib/use-online.ts';

/** Keeps the lesson on this device, to be read without a connection. */
export function KeepOffline({ userId, lessonId }: { userId: string; lessonId: string }) {
  const { t } = useTranslation('study');
  const isOnline = useOnline();
  const path = `/study/lessons/${lessonId}`;
  const kept = useQuery({ queryKey: ['kept-lesson', userId, lessonId], queryFn: () => hasCopy(path), networkMode: 'always', enabled: canKeepCopies() });
  const change = useMutation({
    mutationFn: async (wanted: boolean) => {
      if (!wanted) { await dropCopy(path); return; }
      // The page of all lessons is read offline too, and may not have been open yet.
      await import('./study-page.tsx');
      await keepCopies(userId, [path, '/study']);
    },
    onSettled: () => kept.refetch(),
  });
  if (!canKeepCopies()) return null;
  return (
    <Stack gap={4}>
      <Checkbox label={t('offline.keep')} size="md" checked={change.isPending ? change.variables : (kept.data ?? false)} disabled={change.isPending || !isOnline} onChange={(event) => { change.mutate(event.currentTarget.checked); }} />
      <Text size="sm" c="dimmed" role="status">{change.isError ? t('offline.failed') : change.isPending ? t('offline.keeping') : kept.data ? t('offline.kept') : ''}</Text>
    </Stack>
  );
}
