import { Button, Group, Progress, Skeleton, Stack, Text } from '@mantine/core';
import type { LearningSession, LearningVerdict } from '@cairn/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { formatNumber } from '../../lib/format.ts';
import { Page } from '../../ui/page.tsx';
import { FailureNote, NotOpened } from '../../ui/states.tsx';
import { sessionQuery, useSessionChange, type GivenAnswer, type ShownQuestion } from './learning-queries.ts';
import { QuestionCard } from './question-card.tsx';
import { SessionSummary } from './session-summary.tsx';
import { VerdictCard } from './verdict-card.tsx';

export function SessionPage() {
  const { t } = useTranslation('learning');
  const { sessionId } = useParams({ from: '/member/learn/sessions/$sessionId' });
  const session = useQuery(sessionQuery(sessionId));
  if (session.data) return <SessionView session={session.data} />;
  return (
    <Page title={t('session.title')} width={720}>
      {session.isError
        ? <NotOpened failure={session.error} retry={() => { void session.refetch(); }} unknown={{ title: t('session.unknown'), why: t('session.unknownWhy'), action: <Button component={Link} to="/learn" mih={44}>{t('toLearn')}</Button> }} />
        : <Stack aria-busy="true"><Skeleton height={24} /><Skeleton height={320} radius="lg" /></Stack>}
    </Page>
  );
}

interface Answered {
  question: ShownQuestion;
  verdict: LearningVerdict;
}

/** The open question, then its verdict, then the next; at the end what comes back when. */
export function SessionView({ session }: { session: LearningSession }) {
  const { t } = useTranslation('learning');
  const [answered, setAnswered] = useState<Answered | null>(null);
  const { id, current } = session;
  const params = { id };
  const answer = useSessionChange(id, ({ question, ...body }: { question: ShownQuestion; answer: GivenAnswer; seconds: number }) => call('POST /learning/sessions/:id/answers', { params, body: { ...body, shownQuestionId: question.id } }), ({ session: after }) => after);
  const finish = useSessionChange(id, () => call('POST /learning/sessions/:id/finish', { params }), (after) => after);
  const names = session.skills.map(({ name }) => name).join(', ');
  const isOver = current === null && answered === null;
  return (
    <Page title={t(session.kind === 'placement' ? 'session.placement' : 'session.title')} lead={names} width={720}>
      {!isOver && <SessionProgress session={session} />}
      {answered !== null && <VerdictCard sessionId={id} question={answered.question} verdict={answered.verdict} isLast={current === null} onNext={() => { setAnswered(null); }} />}
      {answered === null && current !== null && (
        <QuestionCard
          key={current.id} sessionId={id} question={current} isSending={answer.isPending} failure={answer.isError ? answer.error : null}
          onAnswer={(given, seconds) => { answer.mutate({ question: current, answer: given, seconds }, { onSuccess: ({ verdict }) => { setAnswered({ question: current, verdict }); } }); }}
        />
      )}
      {isOver && <SessionSummary session={session} />}
      {!isOver && current !== null && (
        <Group justify="space-between">
          <Button component={Link} to="/learn" variant="subtle" color="gray" mih={44}>{t('session.later')}</Button>
          <Button variant="subtle" color="gray" mih={44} loading={finish.isPending} onClick={() => { setAnswered(null); finish.mutate(undefined); }}>{t('session.finish')}</Button>
        </Group>
      )}
      {finish.isError && <FailureNote failure={finish.error} />}
    </Page>
  );
}

const mostPlacementQuestions = 12;

function SessionProgress({ session: { kind, questions, minutes, minutesSpent, answered } }: { session: LearningSession }) {
  const { t, i18n } = useTranslation('learning');
  const total = questions ?? (kind === 'placement' ? mostPlacementQuestions : null);
  const share = total !== null ? answered / total : minutesSpent / (minutes ?? 1);
  const words = total === null
    ? t('session.minutes', { spent: formatNumber(minutesSpent, i18n.language), count: minutes ?? 0, answered })
    : t(kind === 'placement' ? 'session.upTo' : 'session.questions', { answered, count: total });
  return (
    <Stack gap={4}>
      <Progress value={100 * Math.min(1, share)} size="sm" aria-label={words} />
      <Text size="sm" c="dimmed">{words}</Text>
    </Stack>
  );
}
