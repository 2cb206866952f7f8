import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import type { SkillGap } from '@cairn/contracts';
import { useTranslation } from 'react-i18next';
import { LevelStones } from '../../ui/level-stones.tsx';
import { StandingSign } from '../../ui/standing-sign.tsx';
import classes from './gap.module.css';

type ProficiencyGap = SkillGap['proficiencyGaps'][number];
type Match = SkillGap['matched'][number];

interface LevelGapsProps {
  gap: SkillGap;
  onExplain: (item: ProficiencyGap) => void;
  onExplainSimilar: (skillId: string) => void;
}

/** What is there in part: a skill below the level asked for, or a similar one in its place. */
export function LevelGaps({ gap, onExplain, onExplainSimilar }: LevelGapsProps) {
  const { t } = useTranslation(['gap', 'common']);
  const similar = gap.matched.filter((match): match is Match & { similarTo: NonNullable<Match['similarTo']> } => match.similarTo !== null);
  if (gap.proficiencyGaps.length === 0 && similar.length === 0) return null;
  return (
    <Stack component="section" gap="xs" aria-labelledby="levels-heading">
      <Title order={2} id="levels-heading">{t('levels.title')}</Title>
      <ul className={classes['rows']}>
        {gap.proficiencyGaps.map((item) => (
          <li key={item.skillId} className={classes['levels']}>
            <StandingSign standing="partial" />
            <Text component="span" fw={600} flex="1 1 140px">{item.skill}</Text>
            <Group gap={8} wrap="nowrap">
              <LevelStones level={item.userLevel} needed={item.requiredLevel} decorative />
              <Text size="sm">{t('levels.value', { yours: t(`common:level.${String(item.userLevel)}`), needed: t(`common:level.${String(item.requiredLevel)}`) })}</Text>
            </Group>
            <Anchor component="button" type="button" size="sm" mih={44} miw={44} ta="end" onClick={() => { onExplain(item); }} aria-label={t('levels.whyName', { skill: item.skill })}>{t('common:why')}</Anchor>
          </li>
        ))}
        {similar.map((match) => (
          <li key={match.skillId} className={classes['levels']}>
            <StandingSign standing="partial" />
            <Text component="span" fw={600} flex="1 1 140px">{match.skill}</Text>
            <Text size="sm">{t('levels.similar', { yours: match.similarTo.name, percent: Math.round(match.similarTo.score * 100) })}</Text>
            <Anchor component="button" type="button" size="sm" mih={44} miw={44} ta="end" onClick={() => { onExplainSimilar(match.skillId); }} aria-label={t('levels.whyName', { skill: match.skill })}>{t('common:why')}</Anchor>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
