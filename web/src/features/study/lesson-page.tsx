import type { StudyLesson } from '@cairn/contracts';
import { Alert, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../lib/session.ts';
import { Page } from '../../ui/page.tsx';
import { FailureNote, NotOpened } from '../../ui/states.tsx';
import { CheckQuestion } from './check-question.tsx';
import { KeepOffline } from './keep-offline.tsx';
import { LessonNoteField } from './lesson-note.tsx';
import { LessonText } from './lesson-text.tsx';
import { lessonQuery } from './study-queries.ts';
import { useProgress } from './use-progress.ts';

export function LessonPage() {
  const { lessonId = '' } = useParams({ strict: false });
  return <LessonView key={lessonId} lessonId={lessonId} />;
}

export function LessonView({ lessonId }: { lessonId: string }) {
  const { t } = useTranslation('study');
  const me = useMe();
  const lesson = useQuery(lessonQuery(lessonId));
  if (lesson.data !== undefined && me !== null) return <Lesson userId={me.id} lesson={lesson.data} />;
  const back = <Button component={Link} to="/study" mih={44}>{t('toStudy')}</Button>;
  return (
    <Page title={t('lesson')} width={760}>
      {lesson.isError ? <NotOpened failure={lesson.error} retry={() => { void lesson.refetch(); }} unknown={{ title: t('lesson.unknown'), why: t('lesson.unknownWhy'), action: back }} /> : <Stack aria-busy="true"><Skeleton height={40} /><Skeleton height={320} /></Stack>}
    </Page>
  );
}

function Lesson({ userId, lesson }: { userId: string; lesson: StudyLesson }) {
  const { t } = useTranslation(['study', 'common']);
  const { lessonId, title, skillName, level, minutes, text, sources, checks, note, doneAt } = lesson;
  const { finish, isPending, failure } = useProgress(userId, lesson);
  const isDone = doneAt !== null;
  return (
    <Page title={title} width={760} lead={[skillName, t(`common:level.${String(level)}`), t('minutes', { count: minutes })].join(' · ')}>
      {isDone && <Alert color="lichen" variant="light">{t('lesson.done')}</Alert>}
      <KeepOffline userId={userId} lessonId={lessonId} />
      <article className="cairn-prose"><LessonText text={text} /></article>
      {checks.length > 0 && (
        <Stack component="section" gap="sm" aria-labelledby="checks-heading">
          <Title order={2} id="checks-heading">{t('checks')}</Title>
          {checks.map((check, at) => <CheckQuestion key={check.questionId} userId={userId} lessonId={lessonId} check={check} place={at + 1} />)}
        </Stack>
      )}
      <Group>
        {isDone
          ? <><Button renderRoot={(props) => <Link {...props} to="/study" />} size="md">{t('toStudy')}</Button><Button variant="subtle" color="gray" size="md" loading={isPending} onClick={() => { finish(false); }}>{t('lesson.open')}</Button></>
          : <Button size="md" loading={isPending} onClick={() => { finish(true); }}>{t('lesson.finish')}</Button>}
      </Group>
      {failure !== null && <FailureNote failure={failure} />}
      <LessonNoteField userId={userId} lessonId={lessonId} stored={note} />
      <Stack component="section" gap={4} aria-labelledby="sources-heading">
        <Title order={2} id="sources-heading">{t('sources')}</Title>
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>{sources.map((source) => <li key={source}><Text size="sm" c="dimmed">{source}</Text></li>)}</ul>
      </Stack>
    </Page>
  );
}
