import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { formatInstant } from '../../lib/format.ts';
import { Page } from '../../ui/page.tsx';
import { EmptyState, FailureNote } from '../../ui/states.tsx';

/** Work that was tried and tried again and still failed. */
export function FailedJobsPage() {
  const { t, i18n } = useTranslation('staff');
  const queryClient = useQueryClient();
  const jobs = useQuery({ queryKey: ['failed-jobs'], queryFn: ({ signal }) => call('GET /failed-jobs', { query: { limit: 100 }, signal }) });
  const retry = useMutation({
    mutationFn: (id: string) => call('POST /failed-jobs/:id/retry', { params: { id } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['failed-jobs'] }),
  });
  return (
    <Page title={t('jobs.title')} lead={t('jobs.lead')}>
      {jobs.isPending && <Skeleton height={120} />}
      {jobs.isError && <FailureNote failure={jobs.error} retry={() => { void jobs.refetch(); }} />}
      {retry.isError && <FailureNote failure={retry.error} />}
      {jobs.data?.items.length === 0 && <EmptyState title={t('jobs.none')} why={t('jobs.none.why')} />}
      <Stack component="ul" m={0} p={0} gap={0}>
        {jobs.data?.items.map((job) => (
          <Group key={job.id} component="li" justify="space-between" wrap="wrap" py="sm" style={{ listStyle: 'none', borderBottom: '1px solid var(--mantine-color-default-border)' }}>
            <Stack gap={2} flex="1 1 260px" miw={0}>
              <Text fw={500}>{t(`jobs.name.${job.name}`, { defaultValue: job.name })}</Text>
              <Text size="sm">{job.message}</Text>
              <Text size="sm" c="dimmed">{t('jobs.failed', { at: formatInstant(job.failedAt, i18n.language), count: job.attempts })}</Text>
            </Stack>
            <Button variant="default" mih={44} loading={retry.isPending && retry.variables === job.id} onClick={() => { retry.mutate(job.id); }}>{t('jobs.retry')}</Button>
          </Group>
        ))}
      </Stack>
    </Page>
  );
}
