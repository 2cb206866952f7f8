import { Button, Checkbox, Group, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOwnEntry } from './corrections.ts';
import { FieldRow } from './field-row.tsx';
import type { FieldActions } from './read-fields.tsx';
import classes from './resume.module.css';
import { lastingLists, type ShownEntry } from './resume-model.ts';

interface EntryCardProps {
  entry: ShownEntry;
  actions: FieldActions;
  onRemove: () => void;
}

/** One job, degree, project …; fields that were not found wait behind a button. */
export function EntryCard({ entry, actions, onRemove }: EntryCardProps) {
  const { t } = useTranslation('resume');
  const [isWhole, setIsWhole] = useState(false);
  const empty = entry.fields.filter(({ values, isCorrected }) => values.length === 0 && !isCorrected);
  const shown = isWhole ? entry.fields : entry.fields.filter((field) => !empty.includes(field));
  const name = entry.heading ?? entry.fields.slice(0, 2).flatMap(({ values }) => values[0]?.text ?? []).join(', ');
  return (
    <Paper component="article" aria-label={name} withBorder radius="lg" p="sm" bg="var(--cairn-surface)">
      <Stack gap={4}>
        {entry.heading !== null && <Text fw={600} px={8}>{entry.heading}</Text>}
        {isOwnEntry(entry.path) && <Text size="xs" c="dimmed" px={8}>{t('entry.own')}</Text>}
        <div className={classes['rows']}>{shown.map((field) => <FieldRow key={field.path} field={field} actions={actions} />)}</div>
        {lastingLists.has(entry.list) && (isWhole || entry.isCurrent) && (
          <Checkbox px={8} py={10} label={t('field.current')} checked={entry.isCurrent} onChange={(event) => { void actions.onCorrect(`${entry.path}.current`, event.currentTarget.checked).catch(() => undefined); }} />
        )}
        <Group gap={4} px={4}>
          {empty.length > 0 && <Button variant="subtle" size="compact-sm" mih={44} aria-expanded={isWhole} onClick={() => { setIsWhole(!isWhole); }}>{t(isWhole ? 'entry.less' : 'entry.more')}</Button>}
          <Button variant="subtle" color="gray" size="compact-sm" mih={44} onClick={onRemove} aria-label={t('entry.removeName', { name })}>{t('entry.remove')}</Button>
        </Group>
      </Stack>
    </Paper>
  );
}
