import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { useReasonWords } from '../../ui/reason-words.ts';
import { FailureNote } from '../../ui/states.tsx';
import { AnswerForm } from './answer-form.tsx';
import { useSessionChange, type GivenAnswer, type ShownQuestion } from './learning-queries.ts';
import { CodeBlock, Sentence } from '../../ui/words.tsx';

interface QuestionCardProps {
  sessionId: string;
  question: ShownQuestion;
  isSending: boolean;
  failure: unknown;
  onAnswer: (answer: GivenAnswer, seconds: number) => void;
}

/** A question as long as it is open; made anew for the next one, so that its time counts from when it is seen. */
export function QuestionCard({ sessionId, question, isSending, failure, onAnswer }: QuestionCardProps) {
  const { t } = useTranslation(['learning', 'common']);
  const words = useReasonWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const seenAt = useRef(0);
  useEffect(() => {
    seenAt.current = performance.now();
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Paper withBorder radius="lg" p={{ base: 'md', sm: 'lg' }} component="section" aria-labelledby="question">
      <Stack gap="md">
        <Group gap="xs">
          <Badge variant="light" tt="none">{question.skill}</Badge>
          <Badge variant="outline" color="gray" tt="none">{t(`common:level.${String(question.level)}`)}</Badge>
          <Badge variant="outline" color="gray" tt="none">{t(`share.${question.share}`)}</Badge>
        </Group>
        <Title order={2} size="h3" id="question" ref={heading} tabIndex={-1} style={{ outline: 'none' }} lang="en"><Sentence text={question.ask} /></Title>
        {question.code && <CodeBlock text={question.code.text} language={question.code.language} />}
        <AnswerForm question={question} isSending={isSending} onAnswer={(answer) => { onAnswer(answer, (performance.now() - seenAt.current) / 1000); }} />
        {failure !== null && <FailureNote failure={failure} takesFocus />}
        <Hints sessionId={sessionId} question={question} />
        {question.reasons.map((reason) => <Text key={reason.what.code} size="sm" c="dimmed">{words(reason.what)}</Text>)}
      </Stack>
    </Paper>
  );
}

/** From a nudge to nearly the answer; what each costs is said before it is taken. */
function Hints({ sessionId, question: { id, hints, hintsLeft } }: { sessionId: string; question: ShownQuestion }) {
  const { t } = useTranslation('learning');
  const hint = useSessionChange(sessionId, (number: number) => call('POST /learning/sessions/:id/hints', { params: { id: sessionId }, body: { shownQuestionId: id, number } }), (session) => session);
  return (
    <Stack gap="xs">
      <Stack gap="xs" component="ol" m={0} p={0} aria-live="polite" style={{ listStyle: 'none' }}>
        {hints.map((text, at) => <li key={text}><Text size="sm"><Text span fw={600} inherit>{t('hint.number', { number: at + 1 })}</Text>{' '}<Sentence text={text} /></Text></li>)}
      </Stack>
      {hintsLeft > 0 && (
        <Group gap="xs">
          <Button variant="default" mih={44} loading={hint.isPending} onClick={() => { hint.mutate(hints.length + 1); }}>{t('hint.take', { number: hints.length + 1 })}</Button>
          <Text size="sm" c="dimmed">{t(hintsLeft === 1 ? 'hint.lastCosts' : 'hint.costs')}</Text>
        </Group>
      )}
      {hint.isError && <FailureNote failure={hint.error} />}
    </Stack>
  );
}
