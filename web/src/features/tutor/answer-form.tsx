import { Button, Checkbox, Group, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { TutorAct, TutorChat } from '@cairn/contracts';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Inline } from './rich-text.tsx';

type Exercise = NonNullable<TutorChat['open']>;
type Answer = Extract<TutorAct, { kind: 'answer' }>['answer'];

interface AnswerFormProps {
  exercise: Exercise;
  isBusy: boolean;
  isSending: boolean;
  onAnswer: (answer: Answer) => void;
}

const longestAnswer = 4000;

/** The form in which an exercise is answered; what was chosen stays until it is another exercise. */
export function AnswerForm({ exercise, isBusy, isSending, onAnswer }: AnswerFormProps) {
  const { t } = useTranslation('tutor');
  const { form, parts } = exercise;
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [order, setOrder] = useState<readonly number[]>(() => parts.map((_part, place) => place));
  const [text, setText] = useState('');
  const answer: Answer | null = form === 'order' ? { kind: form, order: [...order] }
    : form === 'single' || form === 'multiple' ? (chosen.length === 0 ? null : { kind: form, chosen: [...chosen] })
      : text.trim() === '' ? null : { kind: form, text };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (answer !== null && !isBusy) onAnswer(answer);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {form === 'single' && (
          <Radio.Group label={t('answer.single')} value={chosen[0] === undefined ? '' : String(chosen[0])} onChange={(value) => { setChosen([Number(value)]); }}>
            <Stack gap={4} mt="xs">{parts.map((part, place) => <Radio key={place} value={String(place)} size="md" py={8} label={<Inline text={part} />} />)}</Stack>
          </Radio.Group>
        )}
        {form === 'multiple' && (
          <Checkbox.Group label={t('answer.multiple')} value={chosen.map(String)} onChange={(values) => { setChosen(values.map(Number)); }}>
            <Stack gap={4} mt="xs">{parts.map((part, place) => <Checkbox key={place} value={String(place)} size="md" py={8} label={<Inline text={part} />} />)}</Stack>
          </Checkbox.Group>
        )}
        {form === 'order' && <OrderField parts={parts} order={order} onOrder={setOrder} />}
        {form === 'blank' && <TextInput label={t('answer.blank')} size="md" maxLength={longestAnswer} autoComplete="off" autoCapitalize="off" spellCheck={false} value={text} onChange={(event) => { setText(event.currentTarget.value); }} />}
        {(form === 'output' || form === 'text') && <Textarea label={t(`answer.${form}`)} size="md" maxLength={longestAnswer} autosize minRows={form === 'text' ? 3 : 2} maxRows={12} value={text} onChange={(event) => { setText(event.currentTarget.value); }} />}
        <Group><Button type="submit" size="md" mih={44} loading={isSending} disabled={answer === null || isBusy}>{t('answer.send')}</Button></Group>
      </Stack>
    </form>
  );
}

/** Each item can be moved up and down, by keyboard too. */
function OrderField({ parts, order, onOrder }: { parts: readonly string[]; order: readonly number[]; onOrder: (order: readonly number[]) => void }) {
  const { t } = useTranslation('tutor');
  const move = (from: number, to: number) => {
    const moved = [...order];
    moved.splice(to, 0, ...moved.splice(from, 1));
    onOrder(moved);
  };
  return (
    <Stack gap={4} role="group" aria-label={t('answer.order')}>
      <Text fw={500} size="md">{t('answer.order')}</Text>
      <Stack component="ol" gap={4} m={0} p={0}>
        {order.map((place, at) => {
          const words = parts[place] ?? '';
          return (
            <Group key={place} component="li" wrap="nowrap" justify="space-between" gap="xs" px="sm" py={2} style={{ listStyle: 'none', border: '1px solid var(--mantine-color-default-border)', borderRadius: 8 }}>
              <Text style={{ overflowWrap: 'anywhere' }}>{`${String(at + 1)}. `}<Inline text={words} /></Text>
              <Group gap={0} wrap="nowrap">
                <Button variant="subtle" px="sm" mih={44} disabled={at === 0} aria-label={t('answer.up', { item: words })} onClick={() => { move(at, at - 1); }}>{'↑'}</Button>
                <Button variant="subtle" px="sm" mih={44} disabled={at === order.length - 1} aria-label={t('answer.down', { item: words })} onClick={() => { move(at, at + 1); }}>{'↓'}</Button>
              </Group>
            </Group>
          );
        })}
      </Stack>
    </Stack>
  );
}
