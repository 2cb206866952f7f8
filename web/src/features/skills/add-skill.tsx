import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { CatalogueSearch, type CatalogueItem } from '../../ui/catalogue-search.tsx';
import { LevelPicker } from './level-picker.tsx';
import type { Level } from './skills-queries.ts';

/** A skill the resume does not show: which, and how well. */
export function AddSkill({ onSay, isBusy }: { onSay: (skillId: string, level: Level) => void; isBusy: boolean }) {
  const { t } = useTranslation(['skills', 'reasons', 'common']);
  const [skill, setSkill] = useState<CatalogueItem | null>(null);
  return (
    <Paper withBorder radius="lg" p="md" bg="var(--cairn-surface)">
      <Stack gap="sm">
        <CatalogueSearch
          label={t('add.label')} placeholder={t('add.example')} nothingFound={t('add.none')} queryKey={['skills', 'search']}
          search={async (search, signal) => (await call('GET /skills', { query: { search, limit: 20 }, signal })).items.map(({ id, name, category }) => ({ id, name, detail: t(`reasons:category.${category}`) }))}
          onChoose={setSkill}
        />
        {skill && (
          <>
            <Text size="sm" fw={600}>{t('add.level', { skill: skill.name })}</Text>
            <LevelPicker name="level of a new skill" label={t('add.level', { skill: skill.name })} value={null} onPick={(level) => { onSay(skill.id, level); setSkill(null); }} />
            <Group><Button variant="subtle" mih={44} onClick={() => { setSkill(null); }}>{t('common:cancel')}</Button></Group>
          </>
        )}
        <Text size="sm" c="dimmed" role="status">{isBusy ? t('add.saving') : ''}</Text>
      </Stack>
    </Paper>
  );
}
