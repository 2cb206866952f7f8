import type { ProgressAnswer } from '@cairn/contracts';
import { useTranslation } from 'react-i18next';
import { HeatCalendar } from '../../ui/heat-calendar.tsx';
import { formatDate } from '../../ui/quantities.ts';
import { useDurationWords } from './duration.ts';
import { MeasureCard } from './measure-card.tsx';

const daysPerWeek = 7;

/** The last `weeks` weeks, day by day. */
export function DaysCard({ progress, weeks }: { progress: ProgressAnswer; weeks: number }) {
  const { t, i18n } = useTranslation('progress');
  const duration = useDurationWords();
  const { calendar, streak } = progress;
  const running = calendar.length % daysPerWeek || daysPerWeek;
  const shown = calendar.slice(-(running + daysPerWeek * (weeks - 1)));
  const frozen = new Set(streak.frozenDays);
  const textOf = (day: string, minutes: number) => {
    const date = formatDate(day, i18n.language);
    if (minutes > 0) return t('calendar.day', { date, time: duration(minutes) });
    return t(frozen.has(day) ? 'calendar.frozen' : 'calendar.rest', { date });
  };
  return (
    <MeasureCard title={t('calendar.title')}>
      <HeatCalendar
        cells={shown.map(({ day, heat, minutes }) => ({ day, heat, isFrozen: frozen.has(day), text: textOf(day, minutes) }))}
        summary={t('calendar.summary', { count: shown.filter(({ minutes }) => minutes > 0).length })} hint={t('calendar.hint')}
      />
    </MeasureCard>
  );
}
