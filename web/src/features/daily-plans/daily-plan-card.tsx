import type { DailyPlan } from '@cairn/contracts';
import { Anchor, Checkbox, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { useReasonWords } from '../../ui/reason-words.ts';
import { FailureNote } from '../../ui/states.tsx';
import classes from './daily-plan.module.css';
import { dailyPlanQuery, minuteChoices } from './daily-plan-queries.ts';

/** What to do today with the minutes that there are; each thing leads to where it is done. */
export function DailyPlanCard() {
  const { t } = useTranslation('daily-plans');
  const words = useReasonWords();
  const queryClient = useQueryClient();
  const plan = useQuery(dailyPlanQuery);
  const onSuccess = (changed: DailyPlan) => { queryClient.setQueryData(dailyPlanQuery.queryKey, changed); };
  const resize = useMutation({ mutationFn: (minutes: number) => call('PUT /daily-plans/today', { body: { minutes } }), onSuccess });
  const mark = useMutation({ mutationFn: ({ itemId, done }: { itemId: string; done: boolean }) => call('PUT /daily-plans/today/items/:itemId', { params: { itemId }, body: { done } }), onSuccess });
  if (plan.isError) return <FailureNote failure={plan.error} retry={() => { void plan.refetch(); }} />;
  // Its height is not known before; what stands below is what the page was opened for, so it comes last.
  if (!plan.data) return null;
  const { items, minutes, reasons } = plan.data;
  const failed = [resize, mark].find(({ isError }) => isError);
  return (
    <Paper component="section" withBorder radius="lg" p={{ base: 'md', sm: 'lg' }} aria-labelledby="day-heading">
      <Stack gap="sm">
        <Group justify="space-between" align="flex-end" gap="sm">
          <Title order={2} id="day-heading">{items.length === 0 ? t('rest.title') : t('title', { count: items.reduce((sum, item) => sum + item.minutes, 0) })}</Title>
          <NativeSelect label={t('minutes')} size="md" value={String(minutes)} data={minuteChoices(minutes).map((value) => ({ value: String(value), label: t('minutes.count', { count: value }) }))} onChange={(event) => { resize.mutate(Number(event.currentTarget.value)); }} disabled={resize.isPending} />
        </Group>
        {reasons.map(({ what }) => <Text key={what.code} size="sm">{words(what)}</Text>)}
        {items.length === 0 && <Text c="dimmed">{t(minutes === 0 ? 'rest.why' : 'empty.why')}</Text>}
        <ul className={classes['items']}>
          {items.map((item) => (
            <li key={item.id} className={classes['item']}>
              <Checkbox size="md" aria-label={t('mark', { what: titleOf(item, t, words) })} checked={item.done} onChange={(event) => { mark.mutate({ itemId: item.id, done: event.currentTarget.checked }); }} />
              <Stack gap={2} miw={0}>
                <ItemLink item={item} title={titleOf(item, t, words)} />
                <Text size="sm" c="dimmed">{item.kind === 'task' && item.minutes < item.ofMinutes ? t('part', { count: item.minutes, of: item.ofMinutes / 60 }) : t('minutes.count', { count: item.minutes })}{' · '}{item.reasons.map(({ what }) => words(what)).join(' ')}</Text>
              </Stack>
            </li>
          ))}
        </ul>
        {failed && <FailureNote failure={failed.error} />}
      </Stack>
    </Paper>
  );
}

type Item = DailyPlan['items'][number];

function titleOf(item: Item, t: (key: string, params?: Record<string, unknown>) => string, words: ReturnType<typeof useReasonWords>): string {
  if (item.kind === 'review') return t('review', { count: item.questions, skill: item.skill });
  return item.kind === 'lesson' ? t('lesson', { title: item.title }) : words(item.what, item.title);
}

function ItemLink({ item, title }: { item: Item; title: string }) {
  const className = item.done ? classes['done'] : undefined;
  if (item.kind === 'task') return <Anchor renderRoot={(props) => <Link {...props} to="/roadmaps/$roadmapId" params={{ roadmapId: item.roadmapId }} />} className={className}>{title}</Anchor>;
  if (item.kind === 'lesson') return <Anchor renderRoot={(props) => <Link {...props} to="/study/lessons/$lessonId" params={{ lessonId: item.lessonId }} />} className={className}>{title}</Anchor>;
  return <Anchor component={Link} to="/learn" className={className}>{title}</Anchor>;
}
