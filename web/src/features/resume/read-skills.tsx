import { Anchor, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import type { ResumeAnswer } from '@cairn/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { EvidenceSubject } from '../../ui/evidence-drawer.tsx';
import { LevelStones } from '../../ui/level-stones.tsx';
import { formatQuantity } from '../../ui/quantities.ts';
import classes from './resume.module.css';

interface ReadSkillsProps {
  resume: ResumeAnswer;
  onExplain: (subject: EvidenceSubject) => void;
}

/** The skills the resume shows, the strongest first; each tells why. */
export function ReadSkills({ resume, onExplain }: ReadSkillsProps) {
  const { t, i18n } = useTranslation(['resume', 'common']);
  const skills = resume.skills.filter(({ level }) => level > 0).sort((a, b) => b.score - a.score);
  return (
    <Stack component="section" gap="xs" aria-labelledby="skills-heading">
      <Title order={2} id="skills-heading">{t('skills.title')}</Title>
      {skills.length === 0 ? <Text c="dimmed">{t('skills.none')}</Text> : <Text size="sm" c="dimmed">{t('skills.hint')} <Anchor component={Link} to="/skills" size="sm" inherit underline="always">{t('skills.toProfile')}</Anchor></Text>}
      <ul className={classes['skills']}>
        {skills.map((skill) => (
          <li key={skill.skillId}>
            <UnstyledButton
              className={classes['skill']} aria-label={t('skills.whyName', { skill: skill.name, level: t(`common:level.${String(skill.level)}`) })}
              onClick={() => { onExplain({ title: skill.name, value: t('skills.value', { level: t(`common:level.${String(skill.level)}`), score: formatQuantity(skill.score, i18n.language) }), reasons: skill.reasons, evidence: skill.reasons.some(({ evidence }) => evidence.length > 0) ? [] : skill.evidence }); }}
            >
              <LevelStones level={skill.level} size={20} decorative />{skill.name}
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
