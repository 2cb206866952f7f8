import { Checkbox, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { OrderField } from './order-field.tsx';
import { Sentence } from './words.tsx';

export type AnswerKind = 'single' | 'multiple' | 'order' | 'output' | 'blank' | 'text';

/** What is chosen, put in order or typed so far. Places count as shown. */
export interface AnswerDraft {
  readonly chosen: readonly number[];
  readonly order: readonly number[];
  readonly text: string;
}

export type GivenAnswer =
  | { kind: 'single' | 'multiple'; chosen: number[] }
  | { kind: 'order'; order: number[] }
  | { kind: 'output' | 'blank' | 'text'; text: string };

export function emptyDraft(parts: readonly string[]): AnswerDraft {
  return { chosen: [], order: parts.map((_, at) => at), text: '' };
}

/** Null while nothing is given. */
export function answerFrom(kind: AnswerKind, { chosen, order, text }: AnswerDraft): GivenAnswer | null {
  if (kind === 'single' || kind === 'multiple') return chosen.length === 0 ? null : { kind, chosen: [...chosen] };
  if (kind === 'order') return { kind, order: [...order] };
  return text.trim() === '' ? null : { kind, text };
}

interface AnswerFieldsProps {
  kind: AnswerKind;
  /** Options or items, as shown. */
  parts: readonly string[];
  draft: AnswerDraft;
  onDraft: (draft: AnswerDraft) => void;
  /** Letters of a text. */
  longest: number;
  /** The id of the question, where there are several on the page; else the field says itself what is to be done. */
  labelledBy?: string | undefined;
}

/** What a question is answered with, by its form. */
export function AnswerFields({ kind, parts, draft, onDraft, longest, labelledBy }: AnswerFieldsProps) {
  const { t } = useTranslation('answering');
  const text = {
    size: 'md', maxLength: longest, value: draft.text, ...(labelledBy === undefined ? { label: t(kind) } : { 'aria-labelledby': labelledBy }),
    onChange: (event: { currentTarget: { value: string } }) => { onDraft({ ...draft, text: event.currentTarget.value }); },
  } as const;
  switch (kind) {
    case 'single': case 'multiple': return <ChoiceField kind={kind} parts={parts} chosen={draft.chosen} labelledBy={labelledBy} onChoose={(chosen) => { onDraft({ ...draft, chosen }); }} />;
    case 'order': return <OrderField parts={parts} order={draft.order} labelledBy={labelledBy} onOrder={(order) => { onDraft({ ...draft, order }); }} />;
    case 'blank': return <TextInput {...text} autoComplete="off" autoCapitalize="none" spellCheck={false} />;
    case 'output': return <Textarea {...text} description={t('output.hint')} autosize minRows={2} maxRows={12} spellCheck={false} autoCapitalize="none" styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }} />;
    case 'text': return <Textarea {...text} description={t('text.hint')} autosize minRows={4} maxRows={16} spellCheck />;
  }
}

interface ChoiceFieldProps {
  kind: 'single' | 'multiple';
  parts: readonly string[];
  chosen: readonly number[];
  labelledBy: string | undefined;
  onChoose: (chosen: readonly number[]) => void;
}

function ChoiceField({ kind, parts, chosen, labelledBy, onChoose }: ChoiceFieldProps) {
  const { t } = useTranslation('answering');
  const name = useId();
  const label = labelledBy === undefined ? { 'aria-label': t(kind) } : { 'aria-labelledby': labelledBy };
  const options = parts.map((part, at) => {
    const shared = { size: 'md', label: <Sentence text={part} />, styles: { body: { minHeight: 44, alignItems: 'center' } }, checked: chosen.includes(at) } as const;
    return kind === 'single'
      ? <Radio key={at} {...shared} name={name} value={String(at)} onChange={() => { onChoose([at]); }} />
      : <Checkbox key={at} {...shared} onChange={(event) => { onChoose(event.currentTarget.checked ? [...chosen, at].toSorted((a, b) => a - b) : chosen.filter((one) => one !== at)); }} />;
  });
  return (
    <Stack gap={4} role={kind === 'single' ? 'radiogroup' : 'group'} {...label}>
      {kind === 'multiple' && <Text size="sm" c="dimmed">{t('multiple')}</Text>}
      {options}
    </Stack>
  );
}
