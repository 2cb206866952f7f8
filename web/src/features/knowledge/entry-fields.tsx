import { Group, NativeSelect, NumberInput, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { categories, linesOf, resourceCosts, resourceKinds, resourceLanguages, roleFields, withOwn, type ResourceEntry, type RoleEntry, type SkillEntry } from './knowledge-model.ts';
import { SkillList } from './skill-list.tsx';

interface FieldsOf<Entry> {
  entry: Entry;
  onChange: (entry: Entry) => void;
}

const levels = [1, 2, 3, 4] as const;

export function SkillFields({ entry, onChange }: FieldsOf<SkillEntry>) {
  const { t } = useTranslation(['knowledge', 'reasons', 'common']);
  const change = (part: Partial<SkillEntry>) => { onChange({ ...entry, ...part }); };
  return (
    <Stack>
      <TextInput label={t('field.name')} size="md" required maxLength={200} value={entry.name} onChange={(event) => { change({ name: event.currentTarget.value }); }} />
      <NativeSelect label={t('field.category')} size="md" required value={entry.category} data={[...(entry.category === '' ? [{ value: '', label: t('choose') }] : []), ...categories.map((value) => ({ value, label: t(`reasons:category.${value}`) }))]} onChange={(event) => { change({ category: event.currentTarget.value }); }} />
      <Lines label={t('field.aliases')} lines={entry.aliases ?? []} onChange={(aliases) => { change({ aliases }); }} />
      <Stack component="fieldset" gap="xs" m={0} p={0} style={{ border: 0, minWidth: 0 }}>
        <Text component="legend" fw={600} p={0} pb={4}>{t('field.hours')}</Text>
        <Group gap="sm" wrap="wrap">
          {levels.map((level) => (
            <NumberInput
              key={level} label={t(`field.hours.${level}`)} size="md" flex="1 1 120px" min={1} max={5000} required value={entry.hours[level - 1] ?? 0}
              onChange={(value) => { change({ hours: entry.hours.map((hours, index) => (index === level - 1 ? Number(value) : hours)) as SkillEntry['hours'] }); }}
            />
          ))}
        </Group>
      </Stack>
      <NumberInput label={t('field.demand')} size="md" min={0} max={100} required value={Math.round(entry.demand * 100)} onChange={(value) => { change({ demand: Number(value) / 100 }); }} />
      <Lines label={t('field.tools')} lines={entry.tools ?? []} onChange={(tools) => { change({ tools: tools.length === 0 ? undefined : tools }); }} />
      <SkillList label={t('field.prerequisites')} skills={entry.prerequisites ?? []} onChange={(prerequisites) => { change({ prerequisites }); }} />
      {levels.map((level) => (
        <Textarea
          key={level} label={t('field.checkpoint', { level: t(`common:level.${level}`) })} size="md" autosize maxLength={2000} value={entry.checkpoints?.[level] ?? ''}
          onChange={(event) => {
            const { [level]: _before, ...others } = entry.checkpoints ?? {};
            change({ checkpoints: event.currentTarget.value === '' ? others : { ...others, [level]: event.currentTarget.value } });
          }}
        />
      ))}
    </Stack>
  );
}

export function RoleFields({ entry, onChange }: FieldsOf<RoleEntry>) {
  const { t } = useTranslation(['knowledge', 'reasons']);
  const change = (part: Partial<RoleEntry>) => { onChange({ ...entry, ...part }); };
  return (
    <Stack>
      <TextInput label={t('field.name')} size="md" required maxLength={200} value={entry.name} onChange={(event) => { change({ name: event.currentTarget.value }); }} />
      <Textarea label={t('field.summary')} size="md" required autosize maxLength={2000} value={entry.summary} onChange={(event) => { change({ summary: event.currentTarget.value }); }} />
      <NativeSelect label={t('field.field')} size="md" value={entry.field} data={withOwn(roleFields, entry.field).map((value) => ({ value, label: t(`roleField.${value}`, { defaultValue: t(`reasons:category.${value}`, { defaultValue: value }) }) }))} onChange={(event) => { change({ field: event.currentTarget.value }); }} />
      <Lines label={t('field.titles')} lines={entry.titles ?? []} onChange={(titles) => { change({ titles }); }} />
      <SkillList label={t('field.must')} skills={entry.must} onChange={(must) => { change({ must }); }} />
      <SkillList label={t('field.should')} skills={entry.should ?? []} onChange={(should) => { change({ should }); }} />
      <SkillList label={t('field.nice')} skills={entry.nice ?? []} onChange={(nice) => { change({ nice }); }} />
    </Stack>
  );
}

export function ResourceFields({ entry, onChange }: FieldsOf<ResourceEntry>) {
  const { t, i18n } = useTranslation(['knowledge', 'common']);
  const languageNames = new Intl.DisplayNames([i18n.language], { type: 'language' });
  const change = (part: Partial<ResourceEntry>) => { onChange({ ...entry, ...part }); };
  const levelChoices = [0, ...levels].map((level) => ({ value: String(level), label: t(`common:level.${level}`) }));
  return (
    <Stack>
      <TextInput label={t('field.title')} size="md" required maxLength={200} value={entry.title} onChange={(event) => { change({ title: event.currentTarget.value }); }} />
      <TextInput label={t('field.provider')} size="md" required maxLength={200} value={entry.provider} onChange={(event) => { change({ provider: event.currentTarget.value }); }} />
      <TextInput label={t('field.url')} description={t('field.url.hint')} size="md" type="url" required maxLength={2000} value={entry.url} onChange={(event) => { change({ url: event.currentTarget.value }); }} />
      <Group gap="sm" wrap="wrap">
        <NativeSelect label={t('field.resourceKind')} size="md" flex="1 1 140px" value={entry.kind} data={resourceKinds.map((value) => ({ value, label: t(`resourceKind.${value}`) }))} onChange={(event) => { change({ kind: event.currentTarget.value }); }} />
        <NativeSelect label={t('field.cost')} size="md" flex="1 1 140px" value={entry.cost} data={resourceCosts.map((value) => ({ value, label: t(`cost.${value}`) }))} onChange={(event) => { change({ cost: event.currentTarget.value }); }} />
        <NativeSelect label={t('field.language')} size="md" flex="1 1 140px" value={entry.language ?? 'en'} data={withOwn(resourceLanguages, entry.language ?? 'en').map((value) => ({ value, label: languageNames.of(value) ?? value }))} onChange={(event) => { change({ language: event.currentTarget.value }); }} />
      </Group>
      <Group gap="sm" wrap="wrap">
        <NumberInput label={t('field.resourceHours')} size="md" flex="1 1 140px" min={1} max={5000} required value={entry.hours} onChange={(value) => { change({ hours: Number(value) }); }} />
        <NativeSelect label={t('field.fromLevel')} size="md" flex="1 1 140px" value={String(entry.fromLevel ?? 0)} data={levelChoices.slice(0, -1)} onChange={(event) => { change({ fromLevel: Number(event.currentTarget.value) as NonNullable<ResourceEntry['fromLevel']> }); }} />
        <NativeSelect label={t('field.toLevel')} size="md" flex="1 1 140px" value={String(entry.toLevel)} data={levelChoices.slice(1)} onChange={(event) => { change({ toLevel: Number(event.currentTarget.value) as ResourceEntry['toLevel'] }); }} />
      </Group>
      <SkillList label={t('field.skills')} hasLevels={false} skills={entry.skills.map((id) => ({ id, level: 1 }))} onChange={(skills) => { change({ skills: skills.map(({ id }) => id) }); }} />
    </Stack>
  );
}

/** Keeps what is typed as it is typed; the entry gets the lines that say something. */
function Lines({ label, lines, onChange }: { label: string; lines: readonly string[]; onChange: (lines: string[]) => void }) {
  const { t } = useTranslation('knowledge');
  const [text, setText] = useState(lines.join('\n'));
  return <Textarea label={label} description={t('field.lines')} size="md" autosize minRows={2} maxRows={12} value={text} onChange={(event) => { setText(event.currentTarget.value); onChange(linesOf(event.currentTarget.value)); }} />;
}
