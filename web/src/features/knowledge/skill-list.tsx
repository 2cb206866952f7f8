import { ActionIcon, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { CatalogueSearch } from '../../ui/catalogue-search.tsx';
import { Icon } from '../../ui/icons.tsx';
import type { SkillAtLevel } from './knowledge-model.ts';

interface SkillListProps {
  label: string;
  skills: readonly SkillAtLevel[];
  /** Without levels only the skills are named. */
  hasLevels?: boolean;
  onChange: (skills: SkillAtLevel[]) => void;
}

/** Skills that an entry names, each with its level. */
export function SkillList({ label, skills, hasLevels = true, onChange }: SkillListProps) {
  const { t } = useTranslation(['knowledge', 'reasons']);
  return (
    <Stack component="fieldset" gap="xs" m={0} p={0} style={{ border: 0, minWidth: 0 }}>
      <Text component="legend" fw={600} p={0} pb={4}>{label}</Text>
      {skills.length === 0 && <Text size="sm" c="dimmed">{t('pick.empty')}</Text>}
      {skills.map((skill) => (
        <SkillRow
          key={skill.id} skill={skill} hasLevels={hasLevels}
          onLevel={(level) => { onChange(skills.map((one) => (one.id === skill.id ? { ...one, level } : one))); }}
          onRemove={() => { onChange(skills.filter(({ id }) => id !== skill.id)); }}
        />
      ))}
      <CatalogueSearch
        label={t('pick.label', { list: label })} placeholder={t('pick.example')} nothingFound={t('pick.none')} queryKey={['skills', 'search']}
        search={async (text, signal) => (await call('GET /skills', { query: { search: text, limit: 20 }, signal })).items.map(({ id, name, category }) => ({ id, name, detail: t(`reasons:category.${category}`) }))}
        onChoose={({ id }) => { if (!skills.some((skill) => skill.id === id)) onChange([...skills, { id, level: 2 }]); }}
      />
    </Stack>
  );
}

const levels = [1, 2, 3, 4] as const;

function SkillRow({ skill, hasLevels, onLevel, onRemove }: { skill: SkillAtLevel; hasLevels: boolean; onLevel: (level: SkillAtLevel['level']) => void; onRemove: () => void }) {
  const { t } = useTranslation(['knowledge', 'common']);
  const read = useQuery({ queryKey: ['skills', 'one', skill.id], queryFn: ({ signal }) => call('GET /skills/:skillId', { params: { skillId: skill.id }, signal }) });
  const name = read.data?.name ?? skill.id;
  return (
    <Group gap="xs" wrap="nowrap">
      <Text flex={1} miw={0} style={{ overflowWrap: 'anywhere' }}>{name}</Text>
      {hasLevels && <NativeSelect aria-label={t('pick.level', { skill: name })} size="md" value={String(skill.level)} data={levels.map((level) => ({ value: String(level), label: t(`common:level.${level}`) }))} onChange={(event) => { onLevel(levels.find((level) => String(level) === event.currentTarget.value) ?? 1); }} />}
      <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('pick.remove', { skill: name })} onClick={onRemove}><Icon name="close" size={18} /></ActionIcon>
    </Group>
  );
}
