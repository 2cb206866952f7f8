import { Button, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { AiInterview } from '@cairn/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../ui/states.tsx';
import { CodeBlock, Sentence } from '../../ui/words.tsx';
import classes from './ai.module.css';
import { ModelStatus } from './model-status.tsx';
import { useAi } from './use-ai.ts';

/** How the interview goes: asked for when somebody wants to know, since few do at first. */
export function InterviewAhead({ roleId }: { roleId: string }) {
  const { t, i18n } = useTranslation('ai');
  const [isWanted, setWanted] = useState(false);
  const language = i18n.language === 'hi' ? 'hi' : 'en';
  const state = useAi('POST /ai/interview-prep', isWanted ? { role: roleId, language } : null);
  const { planned, words } = state;
  const tips = new Map(words?.topics.map(({ skillId, tip }) => [skillId, tip]));
  return (
    <Stack component="section" gap="md" aria-labelledby="interview-heading">
      <Title order={2} id="interview-heading">{t('interview.title')}</Title>
      {!isWanted && (
        <>
          <Text>{t('interview.why')}</Text>
          <div><Button variant="default" mih={44} onClick={() => { setWanted(true); }}>{t('interview.show')}</Button></div>
        </>
      )}
      {state.isPending && <Skeleton height={220} radius="lg" />}
      {state.failure !== null && <FailureNote failure={state.failure} retry={state.askAgain} />}
      {planned && (
        <>
          {words && <Text className="cairn-prose">{words.overview}</Text>}
          <ul className={classes['rows']}>
            {planned.topics.map((topic) => <Topic key={topic.skillId} topic={topic} tip={tips.get(topic.skillId)} />)}
          </ul>
          <Title order={3}>{t('interview.plan', { count: planned.days })}</Title>
          <ol className={classes['plain']}>
            {planned.plan.map(({ day, minutes, what }) => <li key={day}><Text size="sm">{t('interview.day', { day, minutes, what: what.text })}</Text></li>)}
          </ol>
          <ul className={classes['plain']}>{planned.advice.map(({ code, text }) => <li key={code}><Text size="sm" className="cairn-prose">{text}</Text></li>)}</ul>
          {planned.leftOut.length > 0 && <Text size="sm" c="dimmed">{planned.leftOut.map(({ name }) => name).join(', ')}</Text>}
          <ModelStatus state={state} />
        </>
      )}
    </Stack>
  );
}

function Topic({ topic: { name, level, minutes, showThat, questions }, tip }: { topic: AiInterview['topics'][number]; tip: string | undefined }) {
  const { t } = useTranslation(['ai', 'common']);
  return (
    <li className={classes['row']}>
      <Stack gap={4} flex={1} miw={0}>
        <Title order={3}>{name}</Title>
        <Text size="sm" c="dimmed">{t('interview.topic', { level: t(`common:level.${String(level)}`), minutes })}</Text>
        {showThat !== null && <Text size="sm" className="cairn-prose">{t('interview.showThat', { what: showThat })}</Text>}
        {tip !== undefined && <Text size="sm" className="cairn-prose">{tip}</Text>}
        {questions.map(({ id, ask, code, options, answerShould }) => (
          <details key={id} className={classes['details']}>
            <summary><Sentence text={ask} /></summary>
            <Stack gap={4} pt="xs">
              {code && <CodeBlock text={code.text} language={code.language} />}
              {options.length > 0 && <ul className={classes['plain']}>{options.map((option) => <li key={option}><Sentence text={option} /></li>)}</ul>}
              <Text size="sm" fw={600}>{t('interview.should')}</Text>
              <ul className={classes['plain']}>{answerShould.map((point) => <li key={point}><Sentence text={point} /></li>)}</ul>
            </Stack>
          </details>
        ))}
      </Stack>
    </li>
  );
}
