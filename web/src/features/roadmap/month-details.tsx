import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { RoadmapAnswer } from '@cairn/contracts';
import { useTranslation } from 'react-i18next';
import { LevelStones } from '../../ui/level-stones.tsx';
import type { Month } from './roadmap-model.ts';
import classes from './month.module.css';

/** What a month is built on and what shows that it is done: tools, projects, checkpoint. */
export function MonthDetails({ roadmap, month }: { roadmap: RoadmapAnswer; month: Month }) {
  const { t } = useTranslation(['roadmap', 'common']);
  const { statements } = month.checkpoint;
  const names = new Map(roadmap.skills.map(({ skillId, name }) => [skillId, name]));
  if (month.projects.length === 0 && statements.length === 0 && month.tools.length === 0) return null;
  return (
    <Stack component="section" gap="md" aria-labelledby="month-heading">
      <Title order={2} id="month-heading">{t('month.title', { number: month.number })}</Title>
      {month.projects.length > 0 && (
        <div className={classes['cards']}>
          {month.projects.map((project) => (
            <Paper key={project.projectId} component="article" withBorder radius="lg" p="md" bg="var(--cairn-surface)">
              <Stack gap="xs">
                <Group justify="space-between" wrap="nowrap" align="flex-start">
                  <Title order={3}>{t('project.build', { name: project.name })}</Title>
                  <LevelStones level={project.difficulty} decorative />
                </Group>
                <Text size="sm" c="dimmed">{t(`common:level.${String(project.difficulty)}`)}{' · '}{t('hours', { count: project.hours })}</Text>
                <Text size="sm">{project.summary}</Text>
                <Group gap={6}>{project.skillIds.flatMap((skillId) => names.get(skillId) ?? []).map((name) => <Badge key={name} variant="default" tt="none" fw={500}>{name}</Badge>)}</Group>
                <Text size="sm" fw={600}>{t('project.provenBy')}</Text>
                <ul className={classes['proofs']}>{project.provenBy.map((proof) => <li key={proof}>{proof}</li>)}</ul>
              </Stack>
            </Paper>
          ))}
        </div>
      )}
      {statements.length > 0 && (
        <Stack gap={4}>
          <Title order={3}>{t('checkpoint.title')}</Title>
          <Text size="sm" c="dimmed">{t('checkpoint.hint')}</Text>
          <ul className={classes['statements']}>
            {statements.map(({ skillId, level, text }) => (
              <li key={`${skillId}.${String(level)}`}>
                <LevelStones level={level} size={24} decorative />
                <Text size="sm" component="span"><Text span inherit fw={600}>{`${names.get(skillId) ?? ''}: `}</Text>{text}</Text>
              </li>
            ))}
          </ul>
        </Stack>
      )}
      {month.tools.length > 0 && <Text size="sm" c="dimmed">{t('month.tools', { names: month.tools.join(', ') })}</Text>}
    </Stack>
  );
}
