import { Anchor, Button, Paper, Skeleton, Stack, Text } from '@mantine/core';
import type { Api } from '@cairn/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { formatNumber, formatPercent } from '../../lib/format.ts';
import { Page } from '../../ui/page.tsx';
import { ProgressRing } from '../../ui/progress-ring.tsx';
import { EmptyState, FailureNote } from '../../ui/states.tsx';
import classes from './roadmaps-page.module.css';
import { roadmapPageSize } from './roadmap-queries.ts';

type Head = Api['GET /roadmaps']['answer']['items'][number];

export function RoadmapsPage() {
  const { t } = useTranslation(['roadmap', 'common']);
  const roadmaps = useInfiniteQuery({
    queryKey: ['roadmaps', 'list'],
    queryFn: ({ pageParam, signal }) => call('GET /roadmaps', { query: { limit: roadmapPageSize, ...(pageParam !== null && { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const items = roadmaps.data?.pages.flatMap((page) => page.items) ?? [];
  const plan = <Button component={Link} to="/roadmaps/new" size="md" mih={44}>{t('list.new')}</Button>;
  return (
    <Page title={t('list.title')} lead={t('list.lead')} width={760} action={items.length > 0 ? plan : undefined}>
      {roadmaps.isPending && <Stack gap="xs" aria-busy="true">{[1, 2].map((key) => <Skeleton key={key} height={104} radius="lg" />)}</Stack>}
      {roadmaps.isError && <FailureNote failure={roadmaps.error} retry={() => { void roadmaps.refetch(); }} />}
      {roadmaps.isSuccess && items.length === 0 && <EmptyState title={t('list.empty')} why={t('list.emptyWhy')} action={<Stack gap={4} align="center">{plan}<Anchor renderRoot={(props) => <Link {...props} to="/explore" />} underline="always" py={8}>{t('list.explore')}</Anchor></Stack>} />}
      <Stack component="ul" gap="xs" m={0} p={0}>
        {items.map((roadmap) => <RoadmapItem key={roadmap.id} roadmap={roadmap} />)}
      </Stack>
      {roadmaps.hasNextPage && <Button variant="subtle" mih={44} loading={roadmaps.isFetchingNextPage} onClick={() => { void roadmaps.fetchNextPage(); }}>{t('common:more')}</Button>}
    </Page>
  );
}

function RoadmapItem({ roadmap }: { roadmap: Head }) {
  const { t, i18n } = useTranslation('roadmap');
  const { progress } = roadmap;
  const done = formatNumber(progress.doneHours, i18n.language, 1);
  const total = formatNumber(progress.totalHours, i18n.language, 1);
  const percent = formatPercent(progress.percentage, i18n.language);
  return (
    <li className={classes['item']}>
      <Paper renderRoot={(props) => <Link {...props} to="/roadmaps/$roadmapId" params={{ roadmapId: roadmap.id }} />} withBorder radius="lg" p="md" className={classes['card']}>
        <ProgressRing value={progress.percentage} label={percent} description={t('ring', { done, total, percent })} size={64} />
        <Stack gap={2} miw={0} flex={1}>
          <Text fw={600} lineClamp={2}>{roadmap.title}</Text>
          <Text size="sm" c="dimmed">
            {[progress.nextTaskId === null ? t('list.finished') : t('week.number', { number: Math.max(1, progress.weekNumber), total: roadmap.totalWeeks }), t('list.hoursPerWeek', { count: roadmap.hoursPerWeek }), t('hoursDone', { done, total })].join(' · ')}
          </Text>
        </Stack>
      </Paper>
    </li>
  );
}
