import { Button, Stack, Table, Text, Title } from '@mantine/core';
import type { ProgressAnswer } from '@cairn/contracts';
import { useTranslation } from 'react-i18next';
import { formatPercent } from '../../lib/format.ts';
import { useDurationWords } from './duration.ts';
import type { OnWhy } from './measure-card.tsx';
import classes from './progress.module.css';

/** Answers make nothing certain, whatever rounding makes of them. In percent. */
const mostLikely = 99;

/** Each skill: where it stands, the time it got, and why. */
export function SkillTable({ progress, onWhy }: { progress: ProgressAnswer; onWhy: OnWhy }) {
  const { t, i18n } = useTranslation(['progress', 'common']);
  const duration = useDurationWords();
  const minutesOf = new Map(progress.timeInvested.bySkill.map(({ skillId, minutes }) => [skillId, minutes]));
  if (progress.mastery.length === 0) return null;
  return (
    <Stack component="section" gap="xs" aria-labelledby="skills-heading">
      <Title order={2} id="skills-heading">{t('mastery.each')}</Title>
      <div className={classes['scroll']} tabIndex={0} role="group" aria-labelledby="skills-heading">
        <Table miw={420} verticalSpacing={4} horizontalSpacing="xs">
          <Table.Thead><Table.Tr><Table.Th>{t('time.skill')}</Table.Th><Table.Th>{t('mastery.state')}</Table.Th><Table.Th ta="right">{t('time.title')}</Table.Th><Table.Th><span className="cairn-visually-hidden">{t('common:why')}</span></Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {progress.mastery.map(({ skillId, name, state, level, probability, reasons }) => (
              <Table.Tr key={skillId}>
                <Table.Th scope="row" fw={400}>{level === null ? name : t('mastery.skillAtLevel', { skill: name, level: t(`common:level.${String(level)}`) })}</Table.Th>
                <Table.Td><Text size="sm">{t(`mastery.${state}`)}{probability !== null && `, ${t('mastery.likely', { percent: formatPercent(Math.min(mostLikely, probability * 100), i18n.language) })}`}</Text></Table.Td>
                <Table.Td ta="right">{duration(minutesOf.get(skillId) ?? 0)}</Table.Td>
                <Table.Td ta="right"><Button variant="subtle" size="compact-sm" mih={44} aria-label={t('whyOf', { subject: name })} onClick={() => { onWhy({ title: name, value: t(`mastery.${state}`), reasons }); }}>{t('common:why')}</Button></Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Stack>
  );
}

const skillsShown = 8;

/** Where the time went, most first. */
export function TimeBySkill({ time }: { time: ProgressAnswer['timeInvested'] }) {
  const { t } = useTranslation('progress');
  const duration = useDurationWords();
  if (time.bySkill.length === 0) return <Text size="sm">{t('time.none')}</Text>;
  return (
    <Stack component="ul" gap={4} m={0} p={0}>
      {time.bySkill.slice(0, skillsShown).map(({ skillId, name, minutes }) => (
        <Text key={skillId ?? ''} component="li" size="sm" style={{ listStyle: 'none', display: 'flex', justifyContent: 'space-between', gap: 12 }}>
          <span>{name ?? t('time.noSkill')}</span><span>{duration(minutes)}</span>
        </Text>
      ))}
    </Stack>
  );
}
