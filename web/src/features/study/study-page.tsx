import type { LessonHead } from '@cairn/contracts';
import { Anchor, Button, Group, Progress, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { formatPercent } from '../../lib/format.ts';
import { useMe } from '../../lib/session.ts';
import { CatalogueSearch } from '../../ui/catalogue-search.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, FailureNote } from '../../ui/states.tsx';
import { MaterialsBySkill } from './materials.tsx';
import { studyQuery, topicQuery } from './study-queries.ts';
import { useSendWaitingChecks } from './use-check.ts';

/** While materials are made, for a page that the live socket does not reach. */
const askAgainMilliseconds = 5000;

export function StudyPage() {
  const { skill, role } = useSearch({ strict: false });
  return <StudyView topic={skill !== undefined ? { skillId: skill } : role !== undefined ? { roleId: role } : null} />;
}

export function StudyView({ topic }: { topic: { skillId: string } | { roleId: string } | null }) {
  const { t } = useTranslation('study');
  const study = useQuery({ ...studyQuery, refetchInterval: ({ state }) => (state.data?.skills.some(({ madeAt }) => madeAt === null) ? askAgainMilliseconds : false) });
  useSendWaitingChecks(useMe()?.id, () => { void study.refetch(); });
  const next = study.data?.next ?? null;
  const isEmpty = study.data?.skills.length === 0 && study.data.begun.length === 0;
  return (
    <Page
      title={t('title')} width={860}
      lead={next === null ? t('lead') : t(next.openedAt === null ? 'lead.begin' : 'lead.continue', { skill: next.skillName })}
      action={next !== null && <Button renderRoot={(props) => <Link {...props} to="/study/lessons/$lessonId" params={{ lessonId: next.lessonId }} />} size="md" maw="100%" h="auto" mih={44} py={8} styles={{ label: { whiteSpace: 'normal' } }}>{t(next.openedAt === null ? 'begin' : 'continue', { title: next.title })}</Button>}
    >
      <TopicSearch />
      {topic !== null && <Topic topic={topic} />}
      {study.isPending && <Stack aria-busy="true"><Skeleton height={80} /><Skeleton height={200} /></Stack>}
      {study.isError && <FailureNote failure={study.error} retry={() => { void study.refetch(); }} />}
      {study.data && study.data.begun.length > 0 && <Begun lessons={study.data.begun} />}
      {study.data && study.data.skills.length > 0 && <MaterialsBySkill skills={study.data.skills} />}
      {isEmpty && topic === null && <EmptyState title={t('none')} why={t('none.why')} action={<Button component={Link} to="/gaps" size="md">{t('none.action')}</Button>} />}
    </Page>
  );
}

function TopicSearch() {
  const { t } = useTranslation('study');
  const navigate = useNavigate();
  return (
    <CatalogueSearch
      label={t('topic')} placeholder={t('topic.example')} nothingFound={t('topic.nothing')} queryKey={['study-topics']}
      search={async (search, signal) => {
        const [skills, roles] = await Promise.all([call('GET /skills', { query: { search, limit: 6 }, signal }), call('GET /roles', { query: { search, limit: 4 }, signal })]);
        return [...skills.items.map(({ id, name }) => ({ id: `skill ${id}`, name })), ...roles.items.map(({ id, name }) => ({ id: `role ${id}`, name, detail: t('topic.interview') }))];
      }}
      onChoose={({ id }) => {
        const [kind = '', value = ''] = id.split(' ');
        void navigate({ to: '/study', search: kind === 'role' ? { role: value } : { skill: value } });
      }}
    />
  );
}

function Topic({ topic }: { topic: { skillId: string } | { roleId: string } }) {
  const { t } = useTranslation('study');
  const found = useQuery(topicQuery(topic));
  if (found.isPending) return <Stack aria-busy="true"><Skeleton height={120} /></Stack>;
  if (found.isError) return <FailureNote failure={found.error} retry={() => { void found.refetch(); }} />;
  return (
    <Stack gap="md">
      <MaterialsBySkill skills={found.data.skills} />
      <Anchor renderRoot={(props) => <Link {...props} to="/study" search={{}} />} mih={44}>{t('topic.close')}</Anchor>
    </Stack>
  );
}

function Begun({ lessons }: { lessons: readonly LessonHead[] }) {
  const { t, i18n } = useTranslation('study');
  return (
    <Stack component="section" gap="xs" aria-labelledby="begun-heading">
      <Title order={2} id="begun-heading">{t('begun')}</Title>
      <Stack component="ul" m={0} p={0} gap="sm">
        {lessons.map(({ lessonId, title, skillName, position }) => (
          <li key={lessonId} style={{ listStyle: 'none' }}>
            <Group justify="space-between" gap="xs">
              <Anchor renderRoot={(props) => <Link {...props} to="/study/lessons/$lessonId" params={{ lessonId }} />} mih={32}>{title}</Anchor>
              <Text size="sm" c="dimmed">{[skillName, t('read', { share: formatPercent(position * 100, i18n.language) })].join(' · ')}</Text>
            </Group>
            <Progress value={position * 100} size="sm" aria-label={t('read.of', { title })} />
          </li>
        ))}
      </Stack>
    </Stack>
  );
}
