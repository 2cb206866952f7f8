import { Alert, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { Api } from '@cairn/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { formatInstant } from '../../lib/format.ts';
import { Page } from '../../ui/page.tsx';
import { EmptyState, FailureNote } from '../../ui/states.tsx';

type FailingJob = Api['GET /failing-jobs']['answer']['items'][number];

/** While something is failing: the next try may come at any moment, and nothing tells of it. */
const askAgainMilliseconds = 5000;

/** Work that fails: what is still tried by itself, and what was given up. */
export function FailedJobsPage() {
  const { t, i18n } = useTranslation('staff');
  const queryClient = useQueryClient();
  const failing = useQuery({
    queryKey: ['failed-jobs', 'failing'], queryFn: ({ signal }) => call('GET /failing-jobs', { signal }),
    refetchInterval: ({ state }) => (state.data !== undefined && state.data.total > 0 ? askAgainMilliseconds : false),
  });
  const failed = useQuery({ queryKey: ['failed-jobs', 'failed'], queryFn: ({ signal }) => call('GET /failed-jobs', { query: { limit: 100 }, signal }) });
  const retry = useMutation({
    mutationFn: (id: string) => call('POST /failed-jobs/:id/retry', { params: { id } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['failed-jobs'] }),
  });
  const unread = [failing, failed].find(({ isError }) => isError);
  const [trying, givenUp] = [failing.data?.items ?? [], failed.data?.items ?? []];
  const again = (id: string, label: string) => <Button variant="default" mih={44} loading={retry.isPending && retry.variables === id} onClick={() => { retry.mutate(id); }}>{label}</Button>;
  const isMail = [...trying, ...givenUp].some(({ name }) => name.endsWith('mail'));
  return (
    <Page title={t('jobs.title')} lead={t('jobs.lead')}>
      {(failing.isPending || failed.isPending) && <Skeleton height={120} />}
      {unread && <FailureNote failure={unread.error} retry={() => { void failing.refetch(); void failed.refetch(); }} />}
      {retry.isError && <FailureNote failure={retry.error} />}
      {failing.data?.total === 0 && failed.data?.total === 0 && <EmptyState title={t('jobs.none')} why={t('jobs.none.why')} />}
      {isMail && <Alert role="note" color="amber" variant="light" title={t('jobs.mail')}><Text size="sm" c="var(--mantine-color-text)">{t('jobs.mail.next')}</Text></Alert>}
      {trying.length > 0 && (
        <Section id="failing" title={t('jobs.failing', { count: failing.data?.total ?? 0 })} lead={t('jobs.failing.lead')}>
          {trying.map((job) => <Job key={job.id} name={job.name} message={job.message} when={nextTry(job)}>{again(job.id, t('jobs.tryNow'))}</Job>)}
        </Section>
      )}
      {givenUp.length > 0 && (
        <Section id="failed" title={t('jobs.forGood', { count: failed.data?.total ?? 0 })} lead={t('jobs.forGood.lead')}>
          {givenUp.map((job) => <Job key={job.id} name={job.name} message={job.message} when={t('jobs.failed', { at: formatInstant(job.failedAt, i18n.language), count: job.attempts })}>{again(job.id, t('jobs.retry'))}</Job>)}
        </Section>
      )}
    </Page>
  );

  function nextTry({ attempts: count, nextTryAt }: FailingJob): string {
    const isDue = nextTryAt === null || Date.parse(nextTryAt) <= Date.now();
    return isDue ? t('jobs.tryingNow', { count }) : t('jobs.nextTry', { count, at: formatInstant(nextTryAt, i18n.language) });
  }
}

function Section({ id, title, lead, children }: { id: string; title: string; lead: string; children: ReactNode }) {
  return (
    <Stack component="section" gap="xs" aria-labelledby={id}>
      <Title order={2} id={id} size="h3">{title}</Title>
      <Text size="sm" c="dimmed" className="cairn-prose">{lead}</Text>
      <Stack component="ul" m={0} p={0} gap={0}>{children}</Stack>
    </Stack>
  );
}

function Job({ name, message, when, children }: { name: string; message: string; when: string; children: ReactNode }) {
  const { t } = useTranslation('staff');
  return (
    <Group component="li" justify="space-between" wrap="wrap" py="sm" style={{ listStyle: 'none', borderBottom: '1px solid var(--mantine-color-default-border)' }}>
      <Stack gap={2} flex="1 1 260px" miw={0}>
        <Text fw={500}>{t(`jobs.name.${name}`, { defaultValue: name })}</Text>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>{message}</Text>
        <Text size="sm" c="dimmed">{when}</Text>
      </Stack>
      {children}
    </Group>
  );
}
