import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format.ts';

const minutesPerHour = 60;

/** Minutes in words: below an hour as such, else hours with at most one decimal. */
export function useDurationWords(): (minutes: number) => string {
  const { t, i18n } = useTranslation('progress');
  return (minutes) => {
    const hours = Math.round((10 * minutes) / minutesPerHour) / 10;
    return minutes < minutesPerHour
      ? t('minutes', { count: Math.round(minutes), minutes: formatNumber(minutes, i18n.language) })
      : t('hours', { count: hours, hours: formatNumber(hours, i18n.language, 1) });
  };
}
