import { Group, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import type { SkillGap } from '@cairn/contracts';
import { useTranslation } from 'react-i18next';
import { LevelStones } from '../../ui/level-stones.tsx';
import { StandingSign } from '../../ui/standing-sign.tsx';
import type { RequirementRow } from './gap-model.ts';
import classes from './chips.module.css';

interface MetListProps {
  gap: SkillGap;
  rows: readonly RequirementRow[];
  onExplain: (row: RequirementRow) => void;
}

/** What is met already, and strengths the ad does not ask for. */
export function MetList({ gap, rows, onExplain }: MetListProps) {
  const { t } = useTranslation(['gap', 'common']);
  const met = rows.filter(({ standing }) => standing === 'met');
  return (
    <Stack component="section" gap="md" aria-labelledby="met-heading">
      <Title order={2} id="met-heading">{t('met.title')}</Title>
      {met.length === 0 ? <Text c="dimmed">{t('met.none')}</Text> : (
        <ul className={classes['chips']}>
          {met.map((row) => (
            <li key={row.skillId}>
              <UnstyledButton className={classes['chip']} onClick={() => { onExplain(row); }} aria-label={t('met.whyName', { skill: row.name })}>
                <StandingSign standing="met" />{row.name}
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
      {gap.strengths.length > 0 && (
        <Stack gap="xs">
          <Title order={3}>{t('strengths.title')}</Title>
          <Text size="sm" c="dimmed">{t('strengths.why')}</Text>
          <Group component="ul" className={classes['chips']}>
            {gap.strengths.map(({ skillId, skill, level }) => (
              <li key={skillId} className={classes['chip']} data-still>
                <LevelStones level={level} size={18} decorative />{skill}
                <Text span size="xs" c="dimmed">{t(`common:level.${String(level)}`)}</Text>
              </li>
            ))}
          </Group>
        </Stack>
      )}
    </Stack>
  );
}
