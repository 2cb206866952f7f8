/** Months written `2020-05`, years written `2020`, and lengths of time. */

const durationUnit = '(?:years?|yrs?|months?|mos?|weeks?|वर्ष|साल|महीने|माह)';
const durationPattern = new RegExp(
  `^[(\\[]?\\s*\\d{1,2}(?:\\.\\d)?\\+?\\s*${durationUnit}\\.?(?:[\\s,]*(?:and\\s+)?\\d{1,2}\\s*${durationUnit}\\.?)?\\s*[)\\]]?$`,
  'iu',
);
/** True for "2 years 10 months", "(4 months)", "1 yr", "3 वर्ष": a length of time without a date. */
export function isDuration(text: string): boolean {
  return text.length <= 40 && durationPattern.test(text.trim());
}

/** Months from the start of `start` to the end of `end`; a year alone counts from its January or to its December. */
export function monthsBetween(start: string, end: string): number {
  return Math.max(0, monthNumber(end, 12) - monthNumber(start, 1) + 1);
}

/** Months since year 0; `monthIfUnknown` stands in for a year alone. */
export function monthNumber(value: string, monthIfUnknown: number): number {
  const [year = 0, month = monthIfUnknown] = value.split('-').map(Number);
  return year * 12 + month;
}
