import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import type { ResumeAnswer } from '@cairn/contracts';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../ui/states.tsx';
import { takenOut, withCorrection, withoutCorrection, withoutEntry, withNewEntry } from './corrections.ts';
import { EntryCard } from './entry-card.tsx';
import { FieldRow } from './field-row.tsx';
import { NewEntry } from './new-entry.tsx';
import classes from './resume.module.css';
import { contactShapes, listNames, shownEntries, shownField, type Correction, type FieldShape, type ListName } from './resume-model.ts';
import { useCorrect } from './resume-queries.ts';

interface ReadFieldsProps {
  resume: ResumeAnswer;
  selected: ReadonlySet<string>;
  onSelect: (path: string, lines?: readonly string[]) => void;
  /** On narrow screens: leads to the marked lines. */
  onShowDocument: (() => void) | null;
}

/** What the fields of a resume share: how they are marked, and how they are corrected. */
export interface FieldActions {
  selected: ReadonlySet<string>;
  onSelect: (path: string, lines?: readonly string[]) => void;
  onShowDocument: (() => void) | null;
  /** Resolves once it is stored; rejects with the failure, so that what was typed is kept. */
  onCorrect: (path: string, value: unknown) => Promise<void>;
  onReset: (path: string) => void;
}

/** Everything that was read; every field can be corrected where it stands. */
export function ReadFields({ resume, selected, onSelect, onShowDocument }: ReadFieldsProps) {
  const { t } = useTranslation('resume');
  const [adding, setAdding] = useState<ListName | null>(null);
  const correct = useCorrect(resume.id);
  const { fields, corrections } = resume;
  const store = async (changed: readonly Correction[]) => { await correct.mutateAsync(changed); };
  const quietly = (changed: readonly Correction[]) => { correct.mutate(changed); };
  const actions: FieldActions = {
    selected, onSelect, onShowDocument,
    onCorrect: (path, value) => store(withCorrection(corrections, path, value)),
    onReset: (path) => { quietly(withoutCorrection(corrections, path)); },
  };
  const empty = listNames.filter((list) => list !== 'other' && list !== adding && fields[list].length === 0 && takenOut(corrections, list).length === 0);
  const row = (owner: Readonly<Record<string, unknown>>, prefix: string, shape: FieldShape, isAlone = false) => <FieldRow key={`${prefix}${shape.name}`} field={shownField(owner, prefix, shape, corrections)} actions={actions} isAlone={isAlone} />;

  return (
    <Stack component="section" gap="lg" aria-labelledby="fields-heading">
      <Title order={2} id="fields-heading" className="cairn-visually-hidden">{t('side.fields')}</Title>
      {correct.isError && <FailureNote failure={correct.error} />}
      <Section title={t('section.contact')}>
        <div className={classes['rows']}>{contactShapes.map((shape) => row(fields.contact, 'contact.', shape))}</div>
      </Section>
      <Section title={t('section.summary')}><div className={classes['rows']}>{row(fields, '', { name: 'summary', kind: 'paragraph' }, true)}</div></Section>
      {listNames.map((list) => {
        const entries = shownEntries(fields, list, corrections);
        const gone = takenOut(corrections, list);
        const isAddable = list !== 'other';
        if (entries.length === 0 && gone.length === 0 && adding !== list) return null;
        return (
          <Section key={list} title={t(`section.${list}`)} action={isAddable && <Button variant="subtle" size="compact-md" mih={44} onClick={() => { setAdding(list); }} aria-label={t('entry.addTo', { section: t(`section.${list}`) })}>{t('entry.add')}</Button>}>
            {entries.map((entry) => <EntryCard key={entry.id} entry={entry} actions={actions} onRemove={() => { quietly(withoutEntry(corrections, entry.path)); }} />)}
            {adding === list && <NewEntry list={list} onCancel={() => { setAdding(null); }} onSave={async (values) => { await store(withNewEntry(corrections, list, crypto.randomUUID().slice(0, 8), values)); setAdding(null); }} />}
            {gone.length > 0 && (
              <Group gap="xs">
                <Text size="sm" c="dimmed">{t('entry.gone', { count: gone.length })}</Text>
                <Anchor component="button" type="button" size="sm" mih={44} onClick={() => { quietly(gone.reduce<readonly Correction[]>(withoutCorrection, corrections)); }}>{t('entry.bringBack')}</Anchor>
              </Group>
            )}
          </Section>
        );
      })}
      {empty.length > 0 && (
        <Section title={t('section.empty')}>
          <Group gap="xs">{empty.map((list) => <Button key={list} variant="default" mih={44} onClick={() => { setAdding(list); }}>{t('entry.addTo', { section: t(`section.${list}`) })}</Button>)}</Group>
        </Section>
      )}
      <Section title={t('section.skills')}><div className={classes['rows']}>{row(fields, '', { name: 'skills', kind: 'lines' }, true)}</div></Section>
      <Section title={t('section.interests')}><div className={classes['rows']}>{row(fields, '', { name: 'interests', kind: 'lines' }, true)}</div></Section>
    </Stack>
  );
}

function Section({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <Stack gap="xs">
      <Group justify="space-between" className={classes['sectionHead']}>
        <Title order={3}>{title}</Title>
        {action}
      </Group>
      {children}
    </Stack>
  );
}
