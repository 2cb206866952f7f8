import { Text } from '@mantine/core';
import type { ProgressAnswer } from '@cairn/contracts';
import { useTranslation } from 'react-i18next';
import { formatDay, formatNumber } from '../../lib/format.ts';
import { LineChart } from '../../ui/line-chart.tsx';
import { MeasureCard, type OnWhy } from './measure-card.tsx';

export function VelocityCard({ velocity, onWhy }: { velocity: ProgressAnswer['velocity']; onWhy: OnWhy }) {
  const { t, i18n } = useTranslation('progress');
  const { hoursPerWeek, basis, weeks, reasons } = velocity;
  const hours = (value: number) => formatNumber(value, i18n.language, 1);
  return (
    <MeasureCard title={t('velocity.title')} value={hoursPerWeek === null ? undefined : t('velocity.value', { hours: hours(hoursPerWeek) })} reasons={reasons} onWhy={onWhy}>
      {hoursPerWeek === null && <Text size="sm">{t('velocity.early')}</Text>}
      {weeks.length > 0 && (
        <LineChart
          points={weeks.map(({ startsOn, hours: value }) => ({ key: startsOn, label: formatDay(startsOn, i18n.language), value, text: hours(value) }))}
          caption={t(`velocity.${basis}`)} labelHeading={t('velocity.week')} valueHeading={t('velocity.hours')} isLastOpen
        />
      )}
      {weeks.length > 1 && <Text size="sm" c="dimmed">{t(`velocity.${basis}`)}</Text>}
    </MeasureCard>
  );
}
