import { Button, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { AiPlan, AiRoadmapWords } from '@cairn/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format.ts';
import { FailureNote } from '../../ui/states.tsx';
import classes from './ai.module.css';
import { ModelStatus } from './model-status.tsx';
import { useAi } from './use-ai.ts';

const monthsAtFirst = 3;

/** The months ahead at the hours one has, and how the first week begins. */
export function MonthsAhead({ roleId, hours }: { roleId: string; hours: number }) {
  const { t, i18n } = useTranslation('ai');
  const language = i18n.language === 'hi' ? 'hi' : 'en';
  const state = useAi('POST /ai/roadmap', { targetRole: roleId, hoursPerWeek: hours, language });
  const [isAll, setAll] = useState(false);
  const { planned, words } = state;
  const months = isAll ? planned?.months : planned?.months.slice(0, monthsAtFirst);
  const left = (planned?.months.length ?? 0) - (months?.length ?? 0);
  return (
    <Stack component="section" gap="md" aria-labelledby="months-heading">
      <Title order={2} id="months-heading">{t('months.title', { count: hours })}</Title>
      {state.isPending && <Skeleton height={220} radius="lg" />}
      {state.failure !== null && <FailureNote failure={state.failure} retry={state.askAgain} />}
      {planned && (
        <>
          <Text className="cairn-prose">{planned.overview.text} {planned.timeline.text}</Text>
          {words && <Text className="cairn-prose">{words.overview}</Text>}
          {months && months.length > 0 && (
            <ol className={classes['rows']}>
              {months.map((month) => <MonthRow key={month.month} month={month} words={words} isFirst={month.month === 1} />)}
            </ol>
          )}
          {left > 0 && <div><Button variant="subtle" mih={44} onClick={() => { setAll(true); }}>{t('months.more', { count: left })}</Button></div>}
          <Text className="cairn-prose">{planned.finalOutcome.text}</Text>
          <ModelStatus state={state} />
        </>
      )}
    </Stack>
  );
}

function MonthRow({ month: { month, title, weeks, projects, checkpoint }, words, isFirst }: { month: AiPlan['months'][number]; words: AiRoadmapWords | null; isFirst: boolean }) {
  const { t, i18n } = useTranslation('ai');
  const advice = words?.months.find((each) => each.month === month)?.advice;
  const ofTask = new Map(words?.tasks.map(({ id, advice: said }) => [id, said]));
  const [can] = checkpoint;
  return (
    <li className={classes['row']}>
      <Stack gap={4} flex={1} miw={0}>
        <Title order={3}>{t('months.month', { month, title })}</Title>
        {projects.length > 0 && <Text size="sm">{t('months.projects', { projects: projects.map(({ name, estimatedHours }) => t('months.project', { name, count: estimatedHours, hours: formatNumber(estimatedHours, i18n.language) })).join(', ') })}</Text>}
        {can && <Text size="sm" c="dimmed">{t('months.can', { what: can.text })}</Text>}
        {advice !== undefined && <Text size="sm" className="cairn-prose">{advice}</Text>}
        {isFirst && weeks[0] && (
          <Stack gap={2} mt={4}>
            <Text size="sm" fw={600}>{t('months.firstWeek')}</Text>
            <ul className={classes['plain']}>
              {weeks[0].tasks.map(({ id, text, hours }) => (
                <li key={id}>
                  <Text size="sm">{text} <Text component="span" size="sm" c="dimmed">{t('months.hours', { count: hours })}</Text></Text>
                  {ofTask.has(id) && <Text size="sm" className="cairn-prose">{ofTask.get(id)}</Text>}
                </li>
              ))}
            </ul>
          </Stack>
        )}
      </Stack>
    </li>
  );
}
