import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AnswerFields, answerFrom, emptyDraft } from '../../ui/answer-fields.tsx';
import type { GivenAnswer, ShownQuestion } from './learning-queries.ts';

interface AnswerFormProps {
  question: ShownQuestion;
  isSending: boolean;
  /** Null says "I do not know". */
  onAnswer: (answer: GivenAnswer) => void;
}

const longestAnswer = 5000;

/** One question, one form: what was chosen or typed stays until the server has it. */
export function AnswerForm({ question: { kind, parts }, isSending, onAnswer }: AnswerFormProps) {
  const { t } = useTranslation('learning');
  const [draft, setDraft] = useState(() => emptyDraft(parts));
  const answer = answerFrom(kind, draft);
  return (
    <form onSubmit={(event) => { event.preventDefault(); if (answer !== null) onAnswer(answer); }}>
      <Stack gap="md">
        <AnswerFields kind={kind} parts={parts} draft={draft} onDraft={setDraft} longest={longestAnswer} />
        <Group>
          <Button type="submit" size="md" mih={44} loading={isSending} disabled={answer === null}>{t('check')}</Button>
          <Button variant="subtle" color="gray" mih={44} disabled={isSending} onClick={() => { onAnswer(null); }}>{t('unknown')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
