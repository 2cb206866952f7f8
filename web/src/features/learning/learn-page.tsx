import { Button, Group, Select, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { LearningOverview } from '@cairn/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay, formatPercent } from '../../lib/format.ts';
import { Page } from '../../ui/page.tsx';
import { EmptyState, FailureNote } from '../../ui/states.tsx';
import classes from './learning.module.css';
import { learningQuery, useBegin, type NewSession } from './learning-queries.ts';
import { MasteryList } from './mastery-list.tsx';
import { PlacementResult } from './placement-result.tsx';

export function LearnPage() {
  const { t } = useTranslation('learning');
  const learning = useQuery(learningQuery);
  if (learning.data) return <LearnView learning={learning.data} />;
  return (
    <Page title={t('title')} width={720}>
      {learning.isError ? <FailureNote failure={learning.error} retry={() => { void learning.refetch(); }} /> : <Stack aria-busy="true"><Skeleton height={44} width={240} /><Skeleton height={160} /><Skeleton height={200} /></Stack>}
    </Page>
  );
}

const usualMinutes = 15;

/** What to learn today: one thing to press, then what it rests on. */
export function LearnView({ learning }: { learning: LearningOverview }) {
  const { t, i18n } = useTranslation(['learning', 'common']);
  const navigate = useNavigate();
  const begin = useBegin(({ id }) => { void navigate({ to: '/learn/sessions/$sessionId', params: { sessionId: id } }); });
  const { due, weak, placements, placed, mastery, openSession, nextDueOn } = learning;
  const dueQuestions = due.reduce((sum, { questions }) => sum + questions, 0);
  const hasWork = dueQuestions > 0 || mastery.length > 0 || placements.length > 0;
  const start = (body: NewSession) => { begin.mutate(body); };
  const action = openSession
    ? <Button renderRoot={(props: object) => <Link {...props} to="/learn/sessions/$sessionId" params={{ sessionId: openSession.id }} />} size="md" mih={44}>{t('goOn')}</Button>
    : <Button size="md" mih={44} loading={begin.isPending} onClick={() => { start({ kind: 'practice', minutes: usualMinutes }); }}>{t('start', { count: usualMinutes })}</Button>;
  const lead = openSession ? t('lead.open', { count: openSession.answered }) : dueQuestions > 0 ? t('lead.due', { count: dueQuestions }) : nextDueOn !== null ? t('lead.nothingDue', { day: formatDay(nextDueOn, i18n.language) }) : t('lead.new');
  return (
    <Page title={t('title')} lead={lead} width={720} action={hasWork || openSession ? action : undefined}>
      {begin.isError && <FailureNote failure={begin.error} takesFocus />}
      {!hasWork && !openSession && <EmptyState title={t('empty')} why={t('emptyWhy')} />}
      {due.length > 0 && (
        <Section title={t('due.title')}>
          {due.map(({ skillId, name, questions, minutes }) => <Row key={skillId} name={name} about={t('due.about', { count: questions, minutes })} action={t('practise')} label={t('practiseName', { skill: name })} onAct={() => { start({ kind: 'practice', skillIds: [skillId], minutes: usualMinutes }); }} />)}
        </Section>
      )}
      {weak.length > 0 && (
        <Section title={t('weak.title')}>
          {weak.map(({ skillId, name, level, probability }) => <Row key={`${skillId} ${String(level)}`} name={`${name} · ${t(`common:level.${String(level)}`)}`} about={t('weak.about', { percent: formatPercent(100 * probability, i18n.language) })} action={t('practise')} label={t('practiseName', { skill: name })} onAct={() => { start({ kind: 'practice', skillIds: [skillId], minutes: usualMinutes }); }} />)}
        </Section>
      )}
      {placements.length > 0 && (
        <Section title={t('placement.title')} why={t('placement.why')}>
          {placements.map(({ skillId, name }) => <Row key={skillId} name={name} about={t('placement.about')} action={t('placement.take')} label={t('placement.takeName', { skill: name })} onAct={() => { start({ kind: 'placement', skillIds: [skillId] }); }} />)}
        </Section>
      )}
      {mastery.length > 0 && (
        <Stack gap="xs" component="section">
          <Title order={2} size="h3">{t('mastery.title')}</Title>
          <MasteryList mastery={mastery} />
        </Stack>
      )}
      {placed.length > 0 && (
        <Stack gap="xs" component="section">
          <Title order={2} size="h3">{t('placement.found')}</Title>
          {placed.map((placement) => <PlacementResult key={placement.skillId} placement={placement} />)}
        </Stack>
      )}
      <AnySkill skills={learning.skills} isSending={begin.isPending} onStart={start} />
    </Page>
  );
}

function Section({ title, why, children }: { title: string; why?: string; children: React.ReactNode }) {
  return (
    <Stack gap="xs" component="section">
      <Title order={2} size="h3">{title}</Title>
      {why && <Text size="sm" c="dimmed">{why}</Text>}
      <ul className={classes['list']}>{children}</ul>
    </Stack>
  );
}

interface RowProps {
  name: string;
  about: string;
  action: string;
  /** For screen readers: the action with what it is done to. */
  label: string;
  onAct: () => void;
}

function Row({ name, about, action, label, onAct }: RowProps) {
  return (
    <li className={classes['row']}>
      <Stack gap={0} miw={0}>
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="dimmed">{about}</Text>
      </Stack>
      <Button variant="default" mih={44} style={{ flex: 'none' }} aria-label={label} onClick={onAct}>{action}</Button>
    </li>
  );
}

/** Any skill that has questions: to practise, or to find out where one stands. */
function AnySkill({ skills, isSending, onStart }: { skills: LearningOverview['skills']; isSending: boolean; onStart: (body: NewSession) => void }) {
  const { t } = useTranslation('learning');
  const [skillId, setSkillId] = useState<string | null>(null);
  return (
    <Stack gap="xs" component="section">
      <Title order={2} size="h3">{t('any.title')}</Title>
      <Select label={t('any.skill')} size="md" searchable clearable nothingFoundMessage={t('any.none')} data={skills.map(({ skillId: value, name }) => ({ value, label: name }))} value={skillId} onChange={setSkillId} />
      <Group>
        <Button variant="default" mih={44} loading={isSending} disabled={skillId === null} onClick={() => { if (skillId !== null) onStart({ kind: 'practice', skillIds: [skillId], minutes: usualMinutes }); }}>{t('practise')}</Button>
        <Button variant="subtle" mih={44} disabled={skillId === null || isSending} onClick={() => { if (skillId !== null) onStart({ kind: 'placement', skillIds: [skillId] }); }}>{t('placement.take')}</Button>
      </Group>
    </Stack>
  );
}
