import type { AdvisorAdvice, AdvisorRun, AdvisorStep } from '@cairn/contracts';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatPercent } from '../../lib/format.ts';

type Sentence = AdvisorAdvice['sentences'][number];

const percents = new Set(['percent', 'then']);

/** The advisor's sentences, steps and questions in the person's language. */
export function useAdviceWords() {
  const { t, i18n } = useTranslation(['advisor', 'common']);
  const worded = (params: Sentence['params']): Record<string, string | number> => Object.fromEntries(Object.entries(params).map(([name, value]) => {
    if (typeof value === 'string') return [name, value];
    if (name === 'level') return [name, t(`common:level.${String(value)}`)];
    return [name, percents.has(name) ? formatPercent(value, i18n.language, 1) : formatNumber(value, i18n.language)];
  }));
  return {
    /** Plural forms hang on the weeks, where there are any. */
    sentence: ({ code, params }: Sentence) => t(`advice.${code.slice('advice.'.length)}`, { ...worded(params), count: Number(params['weeks'] ?? params['count'] ?? 1) }),
    step: ({ said, failure, tool }: AdvisorStep) => (failure === null ? t(`looked.${tool}`, worded(said.params)) : t(`tried.${tool}`, worded(said.params))),
    question: ({ question, goal }: Pick<AdvisorRun, 'question' | 'goal'>) => (question === '' ? t(`asked.${goal.kind}`, { role: goal.role ?? t('asked.someRole'), skill: goal.skill ?? '' }) : question),
    takenFor: ({ kind, role, skill, hoursPerWeek }: AdvisorRun['goal']) => {
      const about = kind === 'resources' || kind === 'practise' ? skill : role;
      return [t(`kind.${kind}`), about, ...(kind === 'time' ? [t('hoursAWeek', { hours: hoursPerWeek })] : [])].filter((part) => part !== null).join(' · ');
    },
  };
}
