import { Button, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { SkillGap } from '@cairn/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { formatInstant, formatPercent } from '../../lib/format.ts';
import { MatchBar } from '../../ui/match-bar.tsx';
import { Page } from '../../ui/page.tsx';
import { FailureNote } from '../../ui/states.tsx';
import { gapPageSize } from './gap-queries.ts';
import { NewGapForm } from './new-gap-form.tsx';
import classes from './gaps-page.module.css';

export function GapsPage() {
  const { t } = useTranslation('gap');
  return (
    <Page title={t('list.title')} lead={t('list.lead')} width={760}>
      <NewGapForm />
      <GapList />
    </Page>
  );
}

function GapList() {
  const { t } = useTranslation(['gap', 'common']);
  const gaps = useInfiniteQuery({
    queryKey: ['gaps', 'list'],
    queryFn: ({ pageParam, signal }) => call('GET /skill-gaps', { query: { limit: gapPageSize, ...(pageParam !== null && { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  if (gaps.isPending) return <Stack gap="xs" aria-busy="true">{[1, 2, 3].map((key) => <Skeleton key={key} height={76} radius="lg" />)}</Stack>;
  const items = gaps.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0 && !gaps.isError) return null;
  return (
    <Stack component="section" gap="xs" aria-labelledby="gaps-heading">
      <Title order={2} id="gaps-heading">{t('list.before')}</Title>
      {gaps.isError && <FailureNote failure={gaps.error} retry={() => { void gaps.refetch(); }} />}
      <Stack component="ul" gap="xs" m={0} p={0}>
        {items.map((gap) => <GapItem key={gap.id} gap={gap} />)}
      </Stack>
      {gaps.hasNextPage && <Button variant="subtle" mih={44} loading={gaps.isFetchingNextPage} onClick={() => { void gaps.fetchNextPage(); }}>{t('common:more')}</Button>}
    </Stack>
  );
}

function GapItem({ gap }: { gap: Pick<SkillGap, 'id' | 'goal' | 'weightedMatchPercentage' | 'missingCount' | 'createdAt'> }) {
  const { t, i18n } = useTranslation('gap');
  return (
    <li className={classes['item']}>
      <Paper renderRoot={(props) => <Link {...props} to="/gaps/$skillGapId" params={{ skillGapId: gap.id }} />} withBorder radius="lg" p="md" className={classes['card']}>
        <Stack gap={2} miw={0} flex={1}>
          <Text fw={600} lineClamp={2}>{gap.goal.title ?? t('one.untitled')}</Text>
          <Text size="sm" c="dimmed" lineClamp={3}>{[gap.goal.organisation, t('list.missing', { count: gap.missingCount }), formatInstant(gap.createdAt, i18n.language)].filter((part) => part !== null).join(' · ')}</Text>
        </Stack>
        <div className={classes['match']}>
          <Text fw={650} size="lg">{formatPercent(gap.weightedMatchPercentage, i18n.language)}</Text>
          <MatchBar height={6} parts={[{ kind: 'met', share: gap.weightedMatchPercentage / 100 }]} />
        </div>
      </Paper>
    </li>
  );
}
