import { Text } from '@mantine/core';
import type { ProgressAnswer } from '@cairn/contracts';
import { useTranslation } from 'react-i18next';
import { MeasureCard, type OnWhy } from './measure-card.tsx';

/** How many days in a row, and that a day off is no harm. */
export function StreakCard({ streak, onWhy }: { streak: ProgressAnswer['streak']; onWhy: OnWhy }) {
  const { t } = useTranslation('progress');
  const { days, isTodayDone, freezes, daysToNextFreeze, longest, reasons } = streak;
  return (
    <MeasureCard title={t('streak.title')} value={t('streak.days', { count: days })} reasons={reasons} onWhy={onWhy}>
      <Text size="sm">{days === 0 ? t('streak.none') : t(isTodayDone ? 'streak.today' : 'streak.open')}</Text>
      {days > 0 && <Text size="sm" c="dimmed">{freezes > 0 ? t('streak.freezes', { count: freezes }) : t('streak.toFreeze', { count: daysToNextFreeze })}</Text>}
      {longest > days && <Text size="sm" c="dimmed">{t('streak.longest', { count: longest })}</Text>}
    </MeasureCard>
  );
}
