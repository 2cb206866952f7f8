import { Button, Group, Stack } from '@mantine/core';
import type { TutorAct, TutorChat } from '@cairn/contracts';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { AnswerFields, answerFrom, emptyDraft } from '../../ui/answer-fields.tsx';

interface AnswerFormProps {
  exercise: NonNullable<TutorChat['open']>;
  isBusy: boolean;
  isSending: boolean;
  onAnswer: (answer: Extract<TutorAct, { kind: 'answer' }>['answer']) => void;
}

const longestAnswer = 4000;

/** The form in which an exercise is answered; what was chosen stays until it is another exercise. */
export function AnswerForm({ exercise: { form, parts }, isBusy, isSending, onAnswer }: AnswerFormProps) {
  const { t } = useTranslation('tutor');
  const [draft, setDraft] = useState(() => emptyDraft(parts));
  const answer = answerFrom(form, draft);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (answer !== null && !isBusy) onAnswer(answer);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <AnswerFields kind={form} parts={parts} draft={draft} onDraft={setDraft} longest={longestAnswer} />
        <Group><Button type="submit" size="md" mih={44} loading={isSending} disabled={answer === null || isBusy}>{t('answer.send')}</Button></Group>
      </Stack>
    </form>
  );
}
