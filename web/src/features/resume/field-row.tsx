import { ActionIcon, Anchor, Button, Group, Stack, Text, Textarea, TextInput, UnstyledButton } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../ui/quantities.ts';
import { isWrittenRight, typedValue } from './corrections.ts';
import type { FieldActions } from './read-fields.tsx';
import classes from './resume.module.css';
import { linesBehind, sureFrom, type ShownField, type ShownValue } from './resume-model.ts';

/** One field: press it to see the lines behind it, correct it where it stands. Alone under its heading it needs no label. */
export function FieldRow({ field, actions, isAlone = false }: { field: ShownField; actions: FieldActions; isAlone?: boolean }) {
  const { t } = useTranslation('resume');
  const [isEditing, setIsEditing] = useState(false);
  const label = t(`field.${field.name}`);
  const isSelected = actions.selected.has(field.path);
  const isUnsure = !field.isCorrected && field.values.some(({ confidence }) => confidence < sureFrom);
  return (
    <div className={classes['field']} data-path={field.path} data-begins={field.name === 'start' || undefined} data-wide={isEditing || isAlone || isWide(field) || undefined} data-selected={isSelected || undefined}>
      <Group gap={8} wrap="nowrap" justify="space-between" align="flex-start">
        <Stack gap={0} flex={1} miw={0}>
          <Group gap={8}>
            <Text size="xs" c="dimmed" className={isAlone ? 'cairn-visually-hidden' : undefined}>{label}</Text>
            {isUnsure && <Text size="xs" fw={600} c="light-dark(var(--mantine-color-amber-7), var(--mantine-color-amber-4))">{t('field.check')}</Text>}
            {field.isCorrected && <Text size="xs" fw={600} c="var(--cairn-match)">{t('field.corrected')}</Text>}
          </Group>
          {isEditing
            ? <FieldEditor field={field} label={label} onSave={(value) => actions.onCorrect(field.path, value)} onClose={() => { setIsEditing(false); }} />
            : <Values field={field} label={label} isSelected={isSelected} onSelect={(lines) => { actions.onSelect(field.path, lines); }} />}
          {field.isCorrected && !isEditing && <Anchor component="button" type="button" size="xs" mih={32} ta="start" w="fit-content" onClick={() => { actions.onReset(field.path); }} aria-label={t('field.resetName', { field: label })}>{t('field.reset')}</Anchor>}
          {isSelected && actions.onShowDocument && linesBehind(field).length > 0 && <Anchor component="button" type="button" size="sm" mih={44} ta="start" onClick={actions.onShowDocument}>{t('field.showLines')}</Anchor>}
        </Stack>
        {!isEditing && (
          <ActionIcon variant="subtle" color="gray" size={44} onClick={() => { setIsEditing(true); }} aria-label={t('field.correctName', { field: label })} className={classes['pencil']} mt={isAlone ? -8 : 0}>
            <svg width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinejoin="round" strokeLinecap="round" aria-hidden="true"><path d="M4 20l1-4.5L16.5 4l3.5 3.5L8.5 19ZM14 6.5l3.5 3.5" /></svg>
          </ActionIcon>
        )}
      </Group>
    </div>
  );
}

const widestLetters = 20;

/** Short fields stand two beside each other. */
function isWide({ kind, values }: ShownField): boolean {
  return kind === 'paragraph' || (kind === 'lines' && values.length > 1) || values.some(({ text }) => text.length > widestLetters);
}

interface ValuesProps {
  field: ShownField;
  label: string;
  isSelected: boolean;
  onSelect: (lines: readonly string[]) => void;
}

function Values({ field, label, isSelected, onSelect }: ValuesProps) {
  const { t, i18n } = useTranslation('resume');
  const word = ({ text }: ShownValue) => (field.kind === 'month' ? formatDate(text, i18n.language) : text);
  if (field.values.length === 0) return <Text size="sm" c="dimmed">{t('field.notFound')}</Text>;
  const isList = field.values.length > 1 && field.name !== 'skills' && field.name !== 'technologies';
  if (!isList) {
    return (
      <UnstyledButton className={classes['value']} aria-pressed={isSelected} aria-label={`${label}: ${field.values.map(word).join(', ')}`} onClick={() => { onSelect(linesBehind(field)); }}>
        {field.values.map(word).join(', ')}
      </UnstyledButton>
    );
  }
  return (
    <ul className={classes['values']}>
      {field.values.map((value, index) => (
        <li key={index}><UnstyledButton className={classes['value']} onClick={() => { onSelect(value.lines); }}>{word(value)}</UnstyledButton></li>
      ))}
    </ul>
  );
}

interface FieldEditorProps {
  field: ShownField;
  label: string;
  onSave: (value: unknown) => Promise<void>;
  onClose: () => void;
}

function FieldEditor({ field, label, onSave, onClose }: FieldEditorProps) {
  const { t } = useTranslation(['resume', 'common']);
  const [text, setText] = useState(field.values.map((value) => value.text).join('\n'));
  const [isBusy, setIsBusy] = useState(false);
  const isRight = isWrittenRight(field.kind, text);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!isRight) return;
    setIsBusy(true);
    // A failure is shown above the fields; what was typed stays open.
    onSave(typedValue(field.path, field.kind, text)).then(onClose, () => { setIsBusy(false); });
  };
  const isLong = field.kind === 'lines' || field.kind === 'paragraph';
  return (
    <form
      onSubmit={save} className={classes['editor']}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
      }}
    >
      {isLong
        ? <Textarea aria-label={label} description={field.kind === 'lines' ? t('field.oneALine') : undefined} value={text} autosize minRows={2} maxRows={12} size="md" autoFocus onChange={(event) => { setText(event.currentTarget.value); }} />
        : <TextInput aria-label={label} description={field.kind === 'month' ? t('field.monthHint') : undefined} error={isRight ? null : t('field.monthWrong')} value={text} size="md" autoFocus onChange={(event) => { setText(event.currentTarget.value); }} />}
      <Group gap="xs">
        <Button type="submit" size="sm" mih={44} loading={isBusy}>{t('common:save')}</Button>
        <Button variant="default" size="sm" mih={44} onClick={onClose}>{t('common:cancel')}</Button>
      </Group>
    </form>
  );
}
