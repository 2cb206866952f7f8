import { Button, Checkbox, Group, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GivenAnswer, ShownQuestion } from './learning-queries.ts';
import { OrderField } from './order-field.tsx';
import { WithCode } from './with-code.tsx';

interface AnswerFormProps {
  question: ShownQuestion;
  isSending: boolean;
  /** Null says "I do not know". */
  onAnswer: (answer: GivenAnswer) => void;
}

const longestAnswer = 5000;

/** One question, one form: what was chosen or typed stays until the server has it. */
export function AnswerForm({ question, isSending, onAnswer }: AnswerFormProps) {
  const { t } = useTranslation('learning');
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [order, setOrder] = useState<readonly number[]>(() => question.parts.map((_, at) => at));
  const [text, setText] = useState('');
  const { kind } = question;
  const answer = answerFrom(kind, { chosen, order, text });
  return (
    <form onSubmit={(event) => { event.preventDefault(); if (answer !== null) onAnswer(answer); }}>
      <Stack gap="md">
        {(kind === 'single' || kind === 'multiple') && <ChoiceField question={question} chosen={chosen} onChoose={setChosen} />}
        {kind === 'order' && <OrderField parts={question.parts} order={order} onOrder={setOrder} />}
        {kind === 'blank' && <TextInput size="md" label={t('answer.blank')} autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={longestAnswer} value={text} onChange={(event) => { setText(event.currentTarget.value); }} />}
        {(kind === 'text' || kind === 'output') && (
          <Textarea
            size="md" label={t(`answer.${kind}`)} description={t(`answer.${kind}Hint`)} autosize minRows={kind === 'text' ? 4 : 2} maxLength={longestAnswer} spellCheck={kind === 'text'}
            styles={kind === 'output' ? { input: { fontFamily: 'var(--mantine-font-family-monospace)' } } : {}} value={text} onChange={(event) => { setText(event.currentTarget.value); }}
          />
        )}
        <Group>
          <Button type="submit" size="md" mih={44} loading={isSending} disabled={answer === null}>{t('check')}</Button>
          <Button variant="subtle" color="gray" mih={44} disabled={isSending} onClick={() => { onAnswer(null); }}>{t('unknown')}</Button>
        </Group>
      </Stack>
    </form>
  );
}

interface Given {
  chosen: readonly number[];
  order: readonly number[];
  text: string;
}

/** Null while nothing is given. */
export function answerFrom(kind: ShownQuestion['kind'], { chosen, order, text }: Given): GivenAnswer {
  if (kind === 'single' || kind === 'multiple') return chosen.length === 0 ? null : { kind, chosen: [...chosen] };
  if (kind === 'order') return { kind, order: [...order] };
  return text.trim() === '' ? null : { kind, text };
}

function ChoiceField({ question: { kind, parts }, chosen, onChoose }: { question: ShownQuestion; chosen: readonly number[]; onChoose: (chosen: readonly number[]) => void }) {
  const { t } = useTranslation('learning');
  const name = useId();
  const options = parts.map((part, at) => {
    const shared = { size: 'md', label: <WithCode text={part} />, styles: { body: { minHeight: 44, alignItems: 'center' } }, checked: chosen.includes(at) } as const;
    return kind === 'single'
      ? <Radio key={at} {...shared} name={name} value={String(at)} onChange={() => { onChoose([at]); }} />
      : <Checkbox key={at} {...shared} onChange={(event) => { onChoose(event.currentTarget.checked ? [...chosen, at].toSorted((a, b) => a - b) : chosen.filter((one) => one !== at)); }} />;
  });
  return <Stack gap={4} role={kind === 'single' ? 'radiogroup' : 'group'} aria-label={t(`answer.${kind}`)}>{options}</Stack>;
}
