import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatDate, formatQuantity } from './quantities.ts';

export interface SaidMessage {
  code: string;
  params: Record<string, string | number>;
}

const levelParams = new Set(['level', 'difficulty', 'yours', 'needed']);
const dayParams = new Set(['startsOn', 'endsOn', 'date']);

/** Words what the engines say (`{ code, params }`) in the person's language. A code without a wording gives the fallback. */
export function useReasonWords(): (said: SaidMessage, fallback?: string) => string {
  const { t, i18n } = useTranslation(['reasons', 'warnings', 'common']);
  return ({ code, params }, fallback) => {
    const worded: Record<string, string | number> = {};
    for (const [name, value] of Object.entries(params)) worded[name] = wordParam(t, i18n.language, name, value);
    return t(`reasons:${code}`, { ...worded, defaultValue: t(`warnings:${code}`, { ...worded, defaultValue: fallback ?? t('reasons:unworded') }) });
  };
}

/** Levels, kinds and categories are words of their own; `count` stays a number, since plural forms hang on it. */
function wordParam(t: TFunction<['reasons', 'warnings', 'common']>, language: string, name: string, value: string | number): string | number {
  if (levelParams.has(name)) return t(`common:level.${String(value)}`);
  if (name === 'kind') return t(`common:requirement.${String(value)}`);
  if (name === 'category') return t(`reasons:category.${String(value)}`);
  if (name === 'language') return t(`reasons:language.${String(value)}`, { defaultValue: String(value) });
  if (dayParams.has(name) && typeof value === 'string') return formatDate(value, language);
  if (name === 'count' || typeof value === 'string') return value;
  return formatQuantity(value, language);
}
