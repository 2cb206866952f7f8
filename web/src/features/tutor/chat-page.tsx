import { Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import type { TutorAct, TutorChat } from '@cairn/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiFailure } from '../../lib/api.ts';
import { useModelCall, wasStopped } from '../../lib/use-model-call.ts';
import { ModelWait } from '../../ui/model-wait.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { Page } from '../../ui/page.tsx';
import { FailureNote, NotOpened } from '../../ui/states.tsx';
import { AnswerForm } from './answer-form.tsx';
import { Message } from './message.tsx';
import { chatQuery } from './tutor-queries.ts';

const route = getRouteApi('/member/tutor/$chatId');
const longestMessage = 4000;

export function ChatPage() {
  const { chatId } = route.useParams();
  const { t } = useTranslation('tutor');
  const chat = useQuery(chatQuery(chatId));
  if (chat.isPending) return <PageSkeleton title={t('title')} width={760} panelHeight={220} rows={2} />;
  if (chat.data) return <ChatView key={chat.data.id} chat={chat.data} />;
  return <Page title={t('title')}><NotOpened failure={chat.error} retry={() => { void chat.refetch(); }} unknown={{ title: t('gone'), why: t('gone.why'), action: <Button component={Link} to="/tutor" mih={44}>{t('toTopics')}</Button> }} /></Page>;
}

export function ChatView({ chat }: { chat: TutorChat }) {
  const { t, i18n } = useTranslation(['tutor', 'common']);
  const queryClient = useQueryClient();
  const { queryKey } = chatQuery(chat.id);
  const turn = useModelCall('POST /tutor/chats/:id/messages');
  const say = useMutation({
    mutationFn: (act: TutorAct) => turn.call({ params: { id: chat.id }, body: { act, after: chat.messages.at(-1)?.number ?? 0, language: i18n.language === 'hi' ? 'hi' : 'en' } }),
    onSuccess: (after) => { queryClient.setQueryData(queryKey, after); },
    // Another tab went on: what is asked now is shown, and what was typed stays.
    onError: (failure) => { if (failure instanceof ApiFailure && failure.status === 409) void queryClient.invalidateQueries({ queryKey }); },
  });
  const { open } = chat;
  const wish = (what: 'hint' | 'explain' | 'next') => { say.mutate({ kind: 'ask', what }); };
  return (
    <Page title={chat.skill} lead={t('chat.lead', { level: t(`common:level.${String(chat.level)}`), right: chat.right, answered: chat.answered })} width={760}>
      <Messages chat={chat} />
      {chat.isFinished && open === null && <Finished chat={chat} />}
      <Paper withBorder radius="lg" p="md" bg="var(--cairn-surface)">
        <Stack gap="md">
          {open && <AnswerForm key={open.questionId} exercise={open} isBusy={say.isPending} isSending={say.isPending && say.variables.kind === 'answer'} onAnswer={(answer) => { say.mutate({ kind: 'answer', answer }); }} />}
          <Group gap="xs" role="group" aria-label={t('wishes')}>
            {!open && <Button size="md" mih={44} variant={chat.isFinished ? 'default' : 'filled'} disabled={say.isPending} onClick={() => { wish('next'); }}>{t(chat.answered === 0 ? 'wish.ready' : 'wish.next')}</Button>}
            {open && <Button variant="default" mih={44} disabled={say.isPending || chat.hintsLeft === 0} onClick={() => { wish('hint'); }}>{t('wish.hint', { left: chat.hintsLeft })}</Button>}
            <Button variant="default" mih={44} disabled={say.isPending} onClick={() => { wish('explain'); }}>{t('wish.explain')}</Button>
            {open && <Button variant="subtle" mih={44} disabled={say.isPending} onClick={() => { wish('next'); }}>{t('wish.skip')}</Button>}
          </Group>
          {say.isError && (wasStopped(say.error) ? <Text role="status" size="sm">{t('stopped')}</Text> : <FailureNote failure={say.error} takesFocus />)}
          <Write unanswered={chat.unanswered} isBusy={say.isPending} onSend={(text) => say.mutateAsync({ kind: 'text', text })} />
          {say.isPending && <ModelWait latest={turn.latest} onStop={turn.stop} />}
        </Stack>
      </Paper>
    </Page>
  );
}

/** New messages are read out, and scrolled to when they are the answer to what was just done here. */
function Messages({ chat: { messages } }: { chat: TutorChat }) {
  const { t } = useTranslation('tutor');
  const end = useRef<HTMLDivElement>(null);
  const seen = useRef(messages.length);
  useEffect(() => {
    if (messages.length > seen.current) end.current?.scrollIntoView({ block: 'end' });
    seen.current = messages.length;
  }, [messages.length]);
  return (
    <div role="log" aria-label={t('messages')}>
      <Stack component="ol" gap="sm" m={0} p={0}>{messages.map((message) => <Message key={message.number} message={message} />)}</Stack>
      <div ref={end} />
    </div>
  );
}

/** Keeps what was typed until the server has it. */
function Write({ unanswered, isBusy, onSend }: { unanswered: string | null; isBusy: boolean; onSend: (text: string) => Promise<unknown> }) {
  const { t } = useTranslation('tutor');
  const [text, setText] = useState(unanswered ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '' || isBusy) return;
    // Why it could not be sent is said above.
    onSend(text).then(() => { setText(''); }, () => undefined);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <Textarea label={t('write')} description={t(unanswered === null ? 'write.hint' : 'write.unanswered')} autosize minRows={1} maxRows={6} maxLength={longestMessage} size="md" value={text} onChange={(event) => { setText(event.currentTarget.value); }} />
        <Group><Button type="submit" variant="default" mih={44} disabled={isBusy || text.trim() === ''}>{t('write.send')}</Button></Group>
      </Stack>
    </form>
  );
}

function Finished({ chat: { skill, skillId, level, right } }: { chat: TutorChat }) {
  const { t } = useTranslation(['tutor', 'common']);
  return (
    <Paper withBorder radius="lg" p="md" bg="var(--cairn-chosen)">
      <Stack gap="sm">
        <Text>{t('finished', { skill, level: t(`common:level.${String(level)}`), right })}</Text>
        <Group>
          {level < 4
            ? <Button renderRoot={(props) => <Link {...props} to="/tutor" search={{ skill: skillId, level: level + 1 }} />} size="md" mih={44}>{t('finished.next', { level: t(`common:level.${String(level + 1)}`) })}</Button>
            : <Button component={Link} to="/tutor" size="md" mih={44}>{t('toTopics')}</Button>}
        </Group>
      </Stack>
    </Paper>
  );
}
