import { Anchor, Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { AiQuiz } from '@cairn/contracts';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiFailure } from '../../lib/api.ts';
import { Page } from '../../ui/page.tsx';
import { EmptyState, FailureNote } from '../../ui/states.tsx';
import classes from './ai.module.css';
import { CodeBlock, Sentence } from '../../ui/words.tsx';
import { ModelStatus } from './model-status.tsx';
import { useAi } from './use-ai.ts';

const route = getRouteApi('/member/explore/quiz');

export function QuickQuizPage() {
  const { skill } = route.useSearch();
  return <QuickQuiz key={skill} skill={skill} />;
}

/** Five questions with their answers to look at: nothing is kept and nothing counts. */
export function QuickQuiz({ skill }: { skill: string }) {
  const { t, i18n } = useTranslation('ai');
  const [had, setHad] = useState<readonly string[]>([]);
  const state = useAi('POST /ai/quiz', skill === '' ? null : { skill, exclude: [...had], language: i18n.language === 'hi' ? 'hi' : 'en' });
  const { planned, words, failure } = state;
  const simpler = new Map(words?.explanations.map(({ id, text }) => [id, text]));
  const back = <Button component={Link} to="/explore" variant="default" mih={44}>{t('quiz.back')}</Button>;
  return (
    <Page
      title={planned ? t('quiz.title', { skill: planned.skill }) : t('quiz.untitled')} lead={t('quiz.lead')} width={720}
      action={planned && <Button size="md" mih={44} onClick={() => { setHad([...had, ...planned.questions.map(({ id }) => id)]); window.scrollTo({ top: 0 }); }}>{t('quiz.next')}</Button>}
    >
      {skill === '' && <EmptyState title={t('quiz.untitled')} why={t('quiz.noSkill')} action={back} />}
      {state.isPending && <Stack gap="sm" aria-busy="true">{[1, 2, 3].map((key) => <Skeleton key={key} height={120} radius="lg" />)}</Stack>}
      {failure !== null && (
        <>
          <FailureNote failure={failure} takesFocus />
          <Nearest failure={failure} />
          <Group>{had.length > 0 && <Button mih={44} onClick={() => { setHad([]); }}>{t('quiz.again')}</Button>}{back}</Group>
        </>
      )}
      {planned && (
        <>
          <Stack component="ol" gap="sm" m={0} p={0} className={classes['cards']}>
            {planned.questions.map((question, at) => <Question key={question.id} question={question} number={at + 1} simpler={simpler.get(question.id)} />)}
          </Stack>
          <ModelStatus state={state} />
        </>
      )}
    </Page>
  );
}

function Question({ question: { ask, code, options, items, rightOrder, accepted, points, hints, explanation, level }, number, simpler }: { question: AiQuiz['questions'][number]; number: number; simpler: string | undefined }) {
  const { t } = useTranslation(['ai', 'common']);
  const right = [...options.filter((option) => option.right).map(({ text }) => text), ...rightOrder.map((at) => items[at] ?? ''), ...accepted];
  return (
    <Paper component="li" withBorder radius="lg" p="md" bg="var(--cairn-surface)">
      <Stack gap="xs">
        <Title order={2} size="h3"><Sentence text={t('quiz.question', { number, ask })} /></Title>
        <Text size="sm" c="dimmed">{t(`common:level.${String(level)}`)}</Text>
        {code && <CodeBlock text={code.text} language={code.language} />}
        {options.length > 0 && <ul className={classes['plain']}>{options.map(({ text }) => <li key={text}><Sentence text={text} /></li>)}</ul>}
        {items.length > 0 && <ul className={classes['plain']}>{items.map((item) => <li key={item}><Sentence text={item} /></li>)}</ul>}
        <details className={classes['details']}><summary>{t('quiz.hint')}</summary><Text size="sm" pt="xs">{hints[0]}</Text></details>
        <details className={classes['details']}>
          <summary>{t('quiz.answer')}</summary>
          <Stack gap={4} pt="xs">
            <ul className={classes['plain']}>{right.map((each) => <li key={each}><Sentence text={each} /></li>)}</ul>
            {points.length > 0 && <Text size="sm">{t('quiz.points', { points: points.join(' · ') })}</Text>}
            <Text size="sm" className="cairn-prose"><Sentence text={explanation} /></Text>
            {simpler !== undefined && <Text size="sm" className="cairn-prose">{simpler}</Text>}
          </Stack>
        </details>
      </Stack>
    </Paper>
  );
}

/** What to choose instead, where the server named something. */
function Nearest({ failure }: { failure: unknown }) {
  const { t } = useTranslation('ai');
  const nearest = failure instanceof ApiFailure ? (failure.problem as { nearest?: { id: string; name: string }[] }).nearest ?? [] : [];
  if (nearest.length === 0) return null;
  return (
    <Stack gap={2}>
      <Text size="sm" fw={600}>{t('quiz.nearest')}</Text>
      <ul className={classes['plain']}>{nearest.map(({ id, name }) => <li key={id}><Anchor renderRoot={(props) => <Link {...props} to="/explore/quiz" search={{ skill: id }} />} underline="always" py={8} display="inline-block">{name}</Anchor></li>)}</ul>
    </Stack>
  );
}
