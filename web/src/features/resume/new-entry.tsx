import { Button, Checkbox, Group, Paper, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isWrittenRight, typedValue } from './corrections.ts';
import { entryShapes, lastingLists, type ListName } from './resume-model.ts';

interface NewEntryProps {
  list: ListName;
  onSave: (values: Record<string, unknown>) => Promise<void>;
  onCancel: () => void;
}

/** An entry the reading missed, or one that is not in the document. */
export function NewEntry({ list, onSave, onCancel }: NewEntryProps) {
  const { t } = useTranslation(['resume', 'common']);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [isCurrent, setIsCurrent] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [isRefused, setIsRefused] = useState(false);
  const shapes = entryShapes[list];
  const [naming] = shapes;

  const save = (event: FormEvent) => {
    event.preventDefault();
    const written = shapes.filter(({ name }) => (typed[name] ?? '').trim() !== '');
    const isWhole = naming !== undefined && written.includes(naming) && written.every(({ name, kind }) => isWrittenRight(kind, typed[name] ?? ''));
    setIsRefused(!isWhole);
    if (!isWhole) return;
    setIsBusy(true);
    const values = Object.fromEntries(written.map(({ name, kind }) => [name, typedValue(`${list}.${name}`, kind, typed[name] ?? '')]));
    onSave({ ...values, ...(lastingLists.has(list) && isCurrent && { current: true }) }).catch(() => { setIsBusy(false); });
  };

  return (
    <Paper component="form" onSubmit={save} withBorder radius="lg" p="md" bg="var(--cairn-surface)" aria-label={t('entry.addTo', { section: t(`section.${list}`) })}>
      <Stack gap="sm">
        {shapes.map(({ name, kind }, index) => {
          const shared = { label: t(`field.${name}`), value: typed[name] ?? '', size: 'md' as const, required: index === 0, withAsterisk: index === 0, ...(index === 0 && { autoFocus: true }) };
          const change = (text: string) => { setTyped({ ...typed, [name]: text }); };
          return kind === 'lines' || kind === 'paragraph'
            ? <Textarea key={name} {...shared} description={kind === 'lines' ? t('field.oneALine') : undefined} autosize minRows={2} maxRows={10} onChange={(event) => { change(event.currentTarget.value); }} />
            : <TextInput key={name} {...shared} description={kind === 'month' ? t('field.monthHint') : undefined} error={isWrittenRight(kind, typed[name] ?? '') ? null : t('field.monthWrong')} onChange={(event) => { change(event.currentTarget.value); }} />;
        })}
        {lastingLists.has(list) && <Checkbox py={10} label={t('field.current')} checked={isCurrent} onChange={(event) => { setIsCurrent(event.currentTarget.checked); }} />}
        {isRefused && naming && <Text role="alert" size="sm" c="var(--mantine-color-error)">{t('entry.needed', { field: t(`field.${naming.name}`) })}</Text>}
        <Group gap="xs">
          <Button type="submit" mih={44} loading={isBusy}>{t('common:save')}</Button>
          <Button variant="default" mih={44} onClick={onCancel}>{t('common:cancel')}</Button>
        </Group>
      </Stack>
    </Paper>
  );
}
