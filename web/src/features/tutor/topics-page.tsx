import { Anchor, Button, Group, NativeSelect, Paper, Select, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { Api } from '@cairn/contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { formatInstant } from '../../lib/format.ts';
import { Page } from '../../ui/page.tsx';
import { FailureNote } from '../../ui/states.tsx';
import { chatQuery, topicsQuery } from './tutor-queries.ts';

const route = getRouteApi('/member/tutor');

type Topic = Api['GET /tutor/topics']['answer']['items'][number];
type Level = Topic['nextLevel'];
type Head = Api['GET /tutor/chats']['answer']['items'][number];

export function TopicsPage() {
  const { skill, level } = route.useSearch();
  return <Topics key={`${skill ?? ''} ${String(level ?? '')}`} skill={skill} level={level as Level | undefined} />;
}

/** Which skill to learn with the tutor, and the chats there are. */
export function Topics({ skill, level }: { skill?: string | undefined; level?: Level | undefined }) {
  const { t } = useTranslation('tutor');
  const topics = useQuery(topicsQuery);
  return (
    <Page title={t('title')} lead={t('lead')} width={760}>
      {topics.isPending && <Skeleton height={210} radius="lg" />}
      {topics.isError && <FailureNote failure={topics.error} retry={() => { void topics.refetch(); }} />}
      {topics.data && <Begin topics={topics.data.items} skill={skill} level={level} />}
      <Chats />
    </Page>
  );
}

const levels = [1, 2, 3, 4] as const;

function Begin({ topics, skill, level }: { topics: readonly Topic[]; skill?: string | undefined; level?: Level | undefined }) {
  const { t } = useTranslation(['tutor', 'common']);
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const first = topics.find(({ skillId }) => skillId === skill) ?? topics.find(({ isGoal }) => isGoal) ?? topics[0];
  const [skillId, setSkillId] = useState(first?.skillId ?? null);
  const [chosenLevel, setChosenLevel] = useState<Level | null>(level ?? null);
  const topic = topics.find((one) => one.skillId === skillId);
  const target = chosenLevel ?? topic?.nextLevel ?? 1;
  const begin = useMutation({
    mutationFn: (wanted: { skillId: string; level: Level }) => call('POST /tutor/chats', { body: wanted }),
    onSuccess: async (chat) => {
      queryClient.setQueryData(chatQuery(chat.id).queryKey, chat);
      void queryClient.invalidateQueries({ queryKey: ['tutor', 'list'] });
      await navigate({ to: '/tutor/$chatId', params: { chatId: chat.id } });
    },
  });
  const goals = topics.filter(({ isGoal }) => isGoal);
  const others = topics.filter(({ isGoal }) => !isGoal);
  const asData = (of: readonly Topic[]) => of.map(({ skillId: value, name }) => ({ value, label: name }));
  return (
    <Paper withBorder radius="lg" p={{ base: 'md', sm: 'lg' }} bg="var(--cairn-surface)">
      <Stack gap="md">
        <Select
          label={t('skill')} size="md" searchable allowDeselect={false} nothingFoundMessage={t('skill.none')} value={skillId} maxDropdownHeight={280}
          data={goals.length === 0 ? asData(others) : [{ group: t('skill.goal'), items: asData(goals) }, { group: t('skill.others'), items: asData(others) }]}
          onChange={(value) => { setSkillId(value); setChosenLevel(null); }}
        />
        {topic && <Text size="sm" c="dimmed">{t('skill.yours', { level: t(`common:level.${String(topic.level)}`) })}</Text>}
        <NativeSelect label={t('level')} size="md" value={String(target)} data={levels.map((one) => ({ value: String(one), label: t(`common:level.${String(one)}`) }))} onChange={(event) => { setChosenLevel(Number(event.currentTarget.value) as Level); }} />
        {begin.isError && <FailureNote failure={begin.error} takesFocus />}
        <Group><Button size="md" mih={44} disabled={skillId === null} loading={begin.isPending} onClick={() => { if (skillId !== null) begin.mutate({ skillId, level: target }); }}>{t('begin')}</Button></Group>
      </Stack>
    </Paper>
  );
}

const pageSize = 10;

function Chats() {
  const { t } = useTranslation(['tutor', 'common']);
  const chats = useInfiniteQuery({
    queryKey: ['tutor', 'list'],
    queryFn: ({ pageParam, signal }) => call('GET /tutor/chats', { query: { limit: pageSize, ...(pageParam !== null && { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  if (chats.isPending) return <Stack gap="xs" aria-busy="true">{[1, 2].map((key) => <Skeleton key={key} height={60} radius="lg" />)}</Stack>;
  const items = chats.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0 && !chats.isError) return null;
  return (
    <Stack component="section" gap="xs" aria-labelledby="chats-heading">
      <Title order={2} id="chats-heading" size="h3">{t('chats')}</Title>
      {chats.isError && <FailureNote failure={chats.error} retry={() => { void chats.refetch(); }} />}
      <Stack component="ul" gap={0} m={0} p={0}>{items.map((chat) => <ChatItem key={chat.id} chat={chat} />)}</Stack>
      {chats.hasNextPage && <Button variant="subtle" mih={44} loading={chats.isFetchingNextPage} onClick={() => { void chats.fetchNextPage(); }}>{t('common:more')}</Button>}
    </Stack>
  );
}

function ChatItem({ chat }: { chat: Head }) {
  const { t, i18n } = useTranslation(['tutor', 'common']);
  const queryClient = useQueryClient();
  const erase = useMutation({
    mutationFn: () => call('DELETE /tutor/chats/:id', { params: { id: chat.id } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['tutor', 'list'] }),
  });
  const name = t('chat.name', { skill: chat.skill, level: t(`common:level.${String(chat.level)}`) });
  return (
    <Stack component="li" gap={4} py="xs" style={{ listStyle: 'none', borderBottom: '1px solid var(--mantine-color-default-border)' }}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Stack gap={0} miw={0}>
          <Anchor renderRoot={(props) => <Link {...props} to="/tutor/$chatId" params={{ chatId: chat.id }} />} py={6} style={{ overflowWrap: 'anywhere' }}>{name}</Anchor>
          <Text size="sm" c="dimmed">{[t('chat.score', { right: chat.right, answered: chat.answered }), ...(chat.isFinished ? [t('chat.finished')] : []), formatInstant(chat.updatedAt, i18n.language)].join(' · ')}</Text>
        </Stack>
        <Button variant="subtle" color="gray" mih={44} loading={erase.isPending} aria-label={t('eraseOf', { name })} onClick={() => { erase.mutate(); }}>{t('erase')}</Button>
      </Group>
      {erase.isError && <FailureNote failure={erase.error} />}
    </Stack>
  );
}
