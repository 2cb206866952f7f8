import { Anchor, Group, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LevelStones } from '../../ui/level-stones.tsx';
import { formatDate, formatQuantity } from '../../ui/quantities.ts';
import { LevelPicker } from './level-picker.tsx';
import classes from './skills.module.css';
import type { Level, ProfiledSkill } from './skills-queries.ts';

interface SkillRowProps {
  skill: ProfiledSkill;
  onSay: (level: Level) => void;
  onTakeBack: () => void;
  onExplain: () => void;
}

/** A skill with its level; pressing the level corrects it in place. */
export function SkillRow({ skill, onSay, onTakeBack, onExplain }: SkillRowProps) {
  const { t, i18n } = useTranslation(['skills', 'common']);
  const [isPicking, setIsPicking] = useState(false);
  const level = t(`common:level.${String(skill.level)}`);
  const lasting = (years: number) => (years < 1 ? t('months', { count: Math.max(1, Math.round(years * 12)) }) : t('years', { count: years, years: formatQuantity(years, i18n.language) }));
  const about = [
    skill.source === 'resume' ? null : t(`source.${skill.source}`),
    skill.years !== null && skill.years > 0 ? lasting(skill.years) : null,
    skill.lastUsed !== null ? t('lastUsed', { date: formatDate(skill.lastUsed, i18n.language) }) : null,
    skill.source === 'resume' && skill.confidence < 0.55 ? t('unsure') : null,
  ].filter((part) => part !== null);
  return (
    <li className={classes['row']}>
      <Group gap="xs" wrap="nowrap" justify="space-between">
        <Text fw={600} component="span" flex={1} miw={0}>{skill.name}</Text>
        <UnstyledButton className={classes['levelButton']} aria-expanded={isPicking} aria-label={t('correctName', { skill: skill.name, level })} onClick={() => { setIsPicking(!isPicking); }}>
          <LevelStones level={skill.level} size={26} decorative />
          <Text size="sm" component="span">{level}</Text>
        </UnstyledButton>
        <Anchor component="button" type="button" size="sm" mih={44} miw={44} onClick={onExplain} aria-label={t('whyName', { skill: skill.name })}>{t('common:why')}</Anchor>
      </Group>
      {about.length > 0 && <Text size="sm" c="dimmed" pb={6} mt={-6}>{about.join(' · ')}</Text>}
      {isPicking && <LevelPicker name={`level ${skill.skillId}`} label={t('pick', { skill: skill.name })} value={skill.level} onPick={onSay} />}
      {isPicking && skill.source === 'person' && <Anchor component="button" type="button" size="sm" mih={44} ta="start" onClick={onTakeBack}>{t('takeBack')}</Anchor>}
    </li>
  );
}
