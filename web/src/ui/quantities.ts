import { formatNumber } from '../lib/format.ts';

/** A number with at most one decimal, as the person's language writes it. */
export function formatQuantity(value: number, language: string): string {
  return formatNumber(value, language, 1);
}

/** A day ('YYYY-MM-DD') with its year, or a month ('YYYY-MM') or year alone. */
export function formatDate(date: string, language: string): string {
  if (!/^\d{4}-\d{2}/.test(date)) return date;
  const hasDay = date.length > 7;
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', timeZone: 'UTC', ...(hasDay && { day: 'numeric' }) };
  return new Intl.DateTimeFormat(language === 'hi' ? 'hi-IN-u-nu-latn' : 'en-IN', options).format(new Date(hasDay ? date : `${date}-01`));
}

/** 'YYYY-MM-DD' of the person's own day. */
export function today(now: Date): string {
  return `${String(now.getFullYear())}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}
