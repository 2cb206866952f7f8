import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { LearningSession } from '@cairn/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EvidenceDrawer } from '../../ui/evidence-drawer.tsx';
import { LevelStones } from '../../ui/level-stones.tsx';

export function PlacementResult({ placement: { name, level, lowest, highest, reasons } }: { placement: NonNullable<LearningSession['placement']> }) {
  const { t } = useTranslation(['learning', 'common']);
  const [explained, setExplained] = useState(false);
  const levelName = (one: number) => t(`common:level.${String(one)}`);
  return (
    <Paper withBorder radius="lg" p="md">
      <Group wrap="nowrap" align="flex-start">
        <LevelStones level={level} decorative />
        <Stack gap={2} miw={0}>
          <Title order={3} size="h4">{t('placement.level', { skill: name, level: levelName(level) })}</Title>
          <Group gap="xs">
            <Text size="sm" c="dimmed">{lowest === highest ? t('placement.sure') : t('placement.between', { lowest: levelName(lowest), highest: levelName(highest) })}</Text>
            <Anchor component="button" type="button" size="sm" mih={44} onClick={() => { setExplained(true); }} aria-label={t('whyOf', { skill: name })}>{t('common:why')}</Anchor>
          </Group>
        </Stack>
      </Group>
      <EvidenceDrawer subject={explained ? { title: name, value: levelName(level), reasons } : null} onClose={() => { setExplained(false); }} />
    </Paper>
  );
}
