import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Level, ProfiledSkill } from './skills-queries.ts';
import classes from './skills.module.css';

interface CheckSkillsProps {
  skills: readonly ProfiledSkill[];
  onSay: (skillId: string, level: Level) => void;
  onExplain: (skill: ProfiledSkill) => void;
}

/** What the reading only guessed: a yes or a no from the person settles it. */
export function CheckSkills({ skills, onSay, onExplain }: CheckSkillsProps) {
  const { t } = useTranslation(['skills', 'common']);
  return (
    <Paper component="section" withBorder radius="lg" p="md" bg="var(--cairn-surface)" aria-labelledby="check-heading">
      <Stack gap="xs">
        <Title order={2} id="check-heading">{t('check.title')}</Title>
        <ul className={classes['checks']}>
          {skills.map((skill) => (
            <li key={skill.skillId} className={classes['check']}>
              <Text flex="1 1 200px">
                {t('check.question', { skill: skill.name, level: t(`common:level.${String(skill.level)}`) })}{' '}
                <Anchor component="button" type="button" size="sm" mih={32} onClick={() => { onExplain(skill); }} aria-label={t('whyName', { skill: skill.name })}>{t('common:why')}</Anchor>
              </Text>
              <Group gap="xs" wrap="nowrap">
                <Button variant="default" mih={44} onClick={() => { onSay(skill.skillId, skill.level); }} aria-label={t('check.yesName', { skill: skill.name })}>{t('check.yes')}</Button>
                <Button variant="default" mih={44} onClick={() => { onSay(skill.skillId, 0); }} aria-label={t('check.noName', { skill: skill.name })}>{t('check.no')}</Button>
              </Group>
            </li>
          ))}
        </ul>
      </Stack>
    </Paper>
  );
}
