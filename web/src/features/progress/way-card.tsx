import { Button, Group, Stack, Text } from '@mantine/core';
import type { ProgressAnswer } from '@cairn/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatPercent } from '../../lib/format.ts';
import { ProgressRing } from '../../ui/progress-ring.tsx';
import { formatDate } from '../../ui/quantities.ts';
import { MeasureCard, type OnWhy } from './measure-card.tsx';

/** How much of the roadmap is done, and how long the rest takes. */
export function WayCard({ progress, onWhy }: { progress: ProgressAnswer; onWhy: OnWhy }) {
  const { t, i18n } = useTranslation('progress');
  const { completion, forecast, roadmap } = progress;
  if (completion === null || roadmap === null) {
    return (
      <MeasureCard title={t('way.title')}>
        <Text size="sm">{t('way.none')}</Text>
        <Group><Button component={Link} to="/gaps" variant="default" mih={44}>{t('way.plan')}</Button></Group>
      </MeasureCard>
    );
  }
  const percent = formatPercent(completion.percentage, i18n.language);
  const hours = (value: number) => formatNumber(value, i18n.language);
  return (
    <MeasureCard title={t('way.title')} reasons={[...completion.reasons, ...(forecast?.reasons ?? [])]} onWhy={onWhy}>
      <Group gap="md" wrap="nowrap" align="center">
        <ProgressRing value={completion.percentage} label={percent} description={t('way.ring', { percent, roadmap: roadmap.title })} size={88} />
        <Stack gap={4} miw={0}>
          {forecast?.kind === 'dated' && <Text fw={600}>{t('forecast.months', { count: forecast.monthsLeft, months: formatNumber(forecast.monthsLeft, i18n.language, 1) })}</Text>}
          <ForecastSentence forecast={forecast} />
          <Text size="sm" c="dimmed">{t('way.counts', { done: hours(completion.doneHours), total: hours(completion.totalHours), doneTasks: hours(completion.doneTasks), totalTasks: hours(completion.totalTasks) })}</Text>
        </Stack>
      </Group>
    </MeasureCard>
  );
}

export function ForecastSentence({ forecast }: { forecast: ProgressAnswer['forecast'] }) {
  const { t, i18n } = useTranslation('progress');
  if (forecast === null) return null;
  const date = (day: string) => formatDate(day, i18n.language);
  switch (forecast.kind) {
    case 'dated':
      return <Text size="sm">{forecast.latest === null ? t('forecast.openEnded', { date: date(forecast.finishesOn), earliest: date(forecast.earliest) }) : t('forecast.dated', { date: date(forecast.finishesOn), earliest: date(forecast.earliest), latest: date(forecast.latest) })}</Text>;
    case 'too-early':
      return <Text size="sm">{t('forecast.too-early', { count: forecast.weeksMissing })}</Text>;
    case 'beyond':
      return <Text size="sm">{t('forecast.beyond')}</Text>;
    case 'finished':
      return <Text size="sm">{t('forecast.finished')}</Text>;
  }
}
