const browsers: readonly [sign: RegExp, name: string][] = [[/Edg\//, 'Edge'], [/OPR\//, 'Opera'], [/SamsungBrowser\//, 'Samsung Internet'], [/Firefox\//, 'Firefox'], [/Chrome\//, 'Chrome'], [/Safari\//, 'Safari']];
const systems: readonly [sign: RegExp, name: string][] = [[/Android/, 'Android'], [/iPhone|iPad/, 'iOS'], [/Windows/, 'Windows'], [/Mac OS X/, 'macOS'], [/CrOS/, 'ChromeOS'], [/Linux/, 'Linux']];

/** Browser and system of a User-Agent, as far as they can be told; null when neither can. More specific signs come first. */
export function deviceOf(userAgent: string | null): string | null {
  const find = (signs: readonly [RegExp, string][]): string | undefined => signs.find(([sign]) => sign.test(userAgent ?? ''))?.[1];
  const parts = [find(browsers), find(systems)].filter((part) => part !== undefined);
  return parts.length === 0 ? null : parts.join(', ');
}
