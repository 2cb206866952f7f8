import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { LessonNote } from '@cairn/contracts';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../lib/format.ts';
import { FailureNote } from '../../ui/states.tsx';
import classes from './lesson.module.css';
import { useNote } from './use-note.ts';

/** One's own note to the lesson, and what was set aside when two devices wrote at once. */
export function LessonNoteField({ userId, lessonId, stored }: { userId: string; lessonId: string; stored: LessonNote }) {
  const { t, i18n } = useTranslation('study');
  const { text, state, failure, note, write, send, dropAside } = useNote(userId, lessonId, stored);
  const drop = useMutation({ mutationFn: dropAside });
  return (
    <Stack component="section" gap="xs" aria-labelledby="note-heading">
      <Title order={2} id="note-heading">{t('note')}</Title>
      <Textarea aria-labelledby="note-heading" autosize minRows={3} maxRows={16} size="md" maxLength={20_000} value={text} onChange={(event) => { write(event.currentTarget.value); }} onBlur={() => { void send(); }} />
      <Text size="sm" c="dimmed" role="status">{t(`note.${state}`)}</Text>
      {failure !== null && <FailureNote failure={failure} retry={() => { void send(); }} />}
      {note.aside.length > 0 && <Text size="sm">{t('aside.why')}</Text>}
      {note.aside.map((aside) => (
        <Stack key={aside.id} gap={4}>
          <div className={classes['aside']}>{aside.text}</div>
          <Text size="sm" c="dimmed">{t('aside.from', { when: formatInstant(aside.replacedAt, i18n.language) })}</Text>
          <Group>
            <Button variant="default" mih={44} onClick={() => { write(`${text.trimEnd()}\n\n${aside.text}`.trim()); }}>{t('aside.take')}</Button>
            <Button variant="subtle" color="gray" mih={44} loading={drop.isPending && drop.variables === aside.id} onClick={() => { drop.mutate(aside.id); }}>{t('aside.drop')}</Button>
          </Group>
        </Stack>
      ))}
      {drop.isError && <FailureNote failure={drop.error} />}
    </Stack>
  );
}
