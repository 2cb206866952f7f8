/** Numbers and dates the way the person's language writes them; Hindi and English of India group by lakh. */
export function formatNumber(value: number, language: string, maximumFractionDigits = 0): string {
  return new Intl.NumberFormat(localeOf(language), { maximumFractionDigits }).format(value);
}

/** `value` in percent, 0 to 100. */
export function formatPercent(value: number, language: string, maximumFractionDigits = 0): string {
  return new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits }).format(value / 100);
}

export function formatDay(day: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

export function formatInstant(instant: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));
}

function localeOf(language: string): string {
  return language === 'hi' ? 'hi-IN-u-nu-latn' : 'en-IN';
}
