import { Anchor, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { Api } from '@cairn/contracts';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { formatInstant } from '../../lib/format.ts';
import { FailureNote } from '../../ui/states.tsx';
import { useAdviceWords } from './advice-words.ts';

type Head = Api['GET /advisor/runs']['answer']['items'][number];

const pageSize = 10;

/** What was asked before; the one that is shown above is left out. */
export function EarlierRuns({ except }: { except: string | null }) {
  const { t } = useTranslation(['advisor', 'common']);
  const runs = useInfiniteQuery({
    queryKey: ['advisor', 'list'],
    queryFn: ({ pageParam, signal }) => call('GET /advisor/runs', { query: { limit: pageSize, ...(pageParam !== null && { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  if (runs.isPending) return <Stack gap="xs" aria-busy="true">{[1, 2].map((key) => <Skeleton key={key} height={60} radius="lg" />)}</Stack>;
  const items = runs.data?.pages.flatMap((page) => page.items).filter(({ id }) => id !== except) ?? [];
  if (items.length === 0 && !runs.isError) return null;
  return (
    <Stack component="section" gap="xs" aria-labelledby="earlier-heading">
      <Title order={2} id="earlier-heading" size="h3">{t('earlier')}</Title>
      {runs.isError && <FailureNote failure={runs.error} retry={() => { void runs.refetch(); }} />}
      <Stack component="ul" gap={0} m={0} p={0}>{items.map((run) => <EarlierRun key={run.id} run={run} />)}</Stack>
      {runs.hasNextPage && <Button variant="subtle" mih={44} loading={runs.isFetchingNextPage} onClick={() => { void runs.fetchNextPage(); }}>{t('common:more')}</Button>}
    </Stack>
  );
}

function EarlierRun({ run }: { run: Head }) {
  const { t, i18n } = useTranslation('advisor');
  const words = useAdviceWords();
  const queryClient = useQueryClient();
  const erase = useMutation({
    mutationFn: () => call('DELETE /advisor/runs/:id', { params: { id: run.id } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['advisor', 'list'] }),
  });
  const question = words.question(run);
  return (
    <Stack component="li" gap={4} py="xs" style={{ listStyle: 'none', borderBottom: '1px solid var(--mantine-color-default-border)' }}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Stack gap={0} miw={0}>
          <Anchor renderRoot={(props) => <Link {...props} to="/advisor/$runId" params={{ runId: run.id }} />} lineClamp={2} py={6} style={{ overflowWrap: 'anywhere' }}>{question}</Anchor>
          <Text size="sm" c="dimmed">{[formatInstant(run.createdAt, i18n.language), ...(run.state === 'answered' ? [] : [t(`state.${run.state}`)])].join(' · ')}</Text>
        </Stack>
        <Button variant="subtle" color="gray" mih={44} px="xs" flex="none" loading={erase.isPending} aria-label={t('eraseOf', { question: question.slice(0, 60) })} onClick={() => { erase.mutate(); }}>{t('erase')}</Button>
      </Group>
      {erase.isError && <FailureNote failure={erase.error} />}
    </Stack>
  );
}
