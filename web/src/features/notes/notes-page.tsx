import { Badge, Button, Checkbox, Group, Skeleton, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { formatInstant } from '../../lib/format.ts';
import { Page } from '../../ui/page.tsx';
import { EmptyState, FailureNote } from '../../ui/states.tsx';

export function NotesPage() {
  const { t, i18n } = useTranslation('notes');
  const queryClient = useQueryClient();
  const notes = useQuery({ queryKey: ['notes'], queryFn: ({ signal }) => call('GET /notes', { signal }) });
  const erase = useMutation({
    mutationFn: (id: string) => call('DELETE /notes/:id', { params: { id } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['notes'] }),
  });
  return (
    <Page title={t('title')} lead={t('lead')} width={720}>
      <NewNote />
      {notes.isPending && <Skeleton height={96} />}
      {notes.isError && <FailureNote failure={notes.error} retry={() => { void notes.refetch(); }} />}
      {erase.isError && <FailureNote failure={erase.error} />}
      {notes.data?.items.length === 0 && <EmptyState title={t('none')} why={t('none.why')} />}
      <Stack component="ul" m={0} p={0} gap={0}>
        {notes.data?.items.map((note) => (
          <Group key={note.id} component="li" justify="space-between" align="flex-start" wrap="nowrap" py="sm" style={{ listStyle: 'none', borderBottom: '1px solid var(--mantine-color-default-border)' }}>
            <Stack gap={4} miw={0}>
              <Text style={{ whiteSpace: 'pre-wrap' }}>{note.text}</Text>
              <Group gap="xs">
                <Text size="sm" c="dimmed">{formatInstant(note.createdAt, i18n.language)}</Text>
                {note.pinned && <Badge variant="light" tt="none">{t('pinned')}</Badge>}
              </Group>
            </Stack>
            <Button variant="subtle" color="gray" mih={44} aria-label={t('eraseOf', { text: note.text.slice(0, 40) })} onClick={() => { erase.mutate(note.id); }}>{t('erase')}</Button>
          </Group>
        ))}
      </Stack>
    </Page>
  );
}

/** Keeps what was typed until the server has it. */
function NewNote() {
  const { t } = useTranslation('notes');
  const queryClient = useQueryClient();
  const [text, setText] = useState('');
  const [pinned, setPinned] = useState(false);
  const create = useMutation({
    mutationFn: () => call('POST /notes', { body: { text, pinned } }),
    onSuccess: async () => {
      setText('');
      setPinned(false);
      await queryClient.invalidateQueries({ queryKey: ['notes'] });
    },
  });
  return (
    <form onSubmit={(event) => { event.preventDefault(); create.mutate(); }}>
      <Stack>
        <Textarea label={t('text')} autosize minRows={2} maxLength={2000} size="md" required value={text} onChange={(event) => { setText(event.currentTarget.value); }} />
        <Group justify="space-between">
          <Checkbox label={t('pin')} size="md" checked={pinned} onChange={(event) => { setPinned(event.currentTarget.checked); }} />
          <Button type="submit" size="md" loading={create.isPending} disabled={text.trim() === ''}>{t('add')}</Button>
        </Group>
        {create.isError && <FailureNote failure={create.error} />}
      </Stack>
    </form>
  );
}
