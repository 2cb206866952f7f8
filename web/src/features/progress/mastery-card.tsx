import { Text } from '@mantine/core';
import type { ProgressAnswer } from '@cairn/contracts';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format.ts';
import { DoughnutChart } from '../../ui/doughnut-chart.tsx';
import { MeasureCard } from './measure-card.tsx';

/** One colour for each meaning; what fades is hatched, too. */
export const masteryStates = [
  { state: 'proven', color: 'var(--cairn-match)', isHatched: false },
  { state: 'fading', color: 'var(--cairn-match)', isHatched: true },
  { state: 'learning', color: 'var(--cairn-partial)', isHatched: false },
  { state: 'ahead', color: 'var(--cairn-unknown)', isHatched: false },
] as const;

export function MasteryCard({ mastery }: { mastery: ProgressAnswer['mastery'] }) {
  const { t, i18n } = useTranslation('progress');
  const count = (wanted: string) => mastery.filter(({ state }) => state === wanted).length;
  return (
    <MeasureCard title={t('mastery.title')}>
      {mastery.length === 0
        ? <Text size="sm">{t('mastery.none')}</Text>
        : (
          <DoughnutChart
            parts={masteryStates.map(({ state, color, isHatched }) => ({ key: state, label: t(`mastery.${state}`), count: count(state), color, isHatched }))}
            label={formatNumber(mastery.length, i18n.language)} description={t('mastery.list')} formatCount={(value) => formatNumber(value, i18n.language)}
          />
        )}
    </MeasureCard>
  );
}
