/** Numbers and dates the way the person's language writes them; Hindi and English of India group by lakh. */
export function formatNumber(value: number, language: string, maximumFractionDigits = 0): string {
  return numbers(language, { maximumFractionDigits }).format(value);
}

/** `value` in percent, 0 to 100. */
export function formatPercent(value: number, language: string, maximumFractionDigits = 0): string {
  return numbers(language, { style: 'percent', maximumFractionDigits }).format(value / 100);
}

/** The country whose way of writing numbers the pages follow. */
export const homeCountry = 'IN';

/** With the currency's code, so that dollars of two countries are not taken for each other: "INR 5,38,800". */
export function formatMoney(value: number, currency: string, language: string): string {
  return numbers(language, { style: 'currency', currency, currencyDisplay: 'code', maximumFractionDigits: 0 }).format(value);
}

export function formatDay(day: string, language: string): string {
  return dates(language, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

export function formatInstant(instant: string, language: string): string {
  return dates(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));
}

const numbers = kept((language, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(localeOf(language), options));
const dates = kept((language, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(localeOf(language), options));

/** A formatter takes a phone milliseconds to make, and a list asks for the same one in every row. */
function kept<Options, Formatter>(make: (language: string, options: Options) => Formatter): (language: string, options: Options) => Formatter {
  const made = new Map<string, Formatter>();
  return (language, options) => {
    const key = `${language} ${JSON.stringify(options)}`;
    let formatter = made.get(key);
    if (formatter === undefined) made.set(key, (formatter = make(language, options)));
    return formatter;
  };
}

function localeOf(language: string): string {
  return language === 'hi' ? 'hi-IN-u-nu-latn' : 'en-IN';
}
