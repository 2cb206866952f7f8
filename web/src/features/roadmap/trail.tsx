import { Button, Group, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import type { RoadmapAnswer } from '@cairn/contracts';
import { useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format.ts';
import { CairnMark } from '../../ui/cairn-mark.tsx';
import { LevelStones } from '../../ui/level-stones.tsx';
import { useReasonWords } from '../../ui/reason-words.ts';
import { hoursOf, skillsOfMonth, type Month } from './roadmap-model.ts';
import classes from './trail.module.css';

interface TrailProps {
  roadmap: RoadmapAnswer;
  /** The week shown beside it. */
  weekNumber: number;
  onShowWeek: (number: number) => void;
}

/** Where the path stands at each month, in hundredths of the gutter: it winds. */
const bendOf = (index: number): number => (index % 2 === 0 ? 30 : 66);
const standingAt = (index: number): CSSProperties => ({ '--bend': `${String(bendOf(index))}%` }) as CSSProperties;
const skillsShown = 5;
/** Of a long way: from the month before this one. */
const monthsShown = 5;

/** The way as a path: a cairn for every month, placed as the work is done. */
export function Trail({ roadmap, weekNumber, onShowWeek }: TrailProps) {
  const { t } = useTranslation('roadmap');
  const words = useReasonWords();
  const [isWhole, setIsWhole] = useState(false);
  const active = Math.max(0, roadmap.months.findIndex(({ state }) => state === 'active'));
  const [first, last] = isWhole || roadmap.months.length <= monthsShown + 2 ? [0, roadmap.months.length] : [Math.max(0, active - 1), Math.min(roadmap.months.length, active + monthsShown)];
  return (
    <section aria-labelledby="trail-heading">
      <Title order={2} id="trail-heading" mb="xs">{t('trail.title')}</Title>
      <Text size="sm" c="dimmed" mb="md">{words(roadmap.timeline)}</Text>
      <ol className={classes['trail']}>
        {roadmap.months.map((month, index) => {
          if (index >= first && index < last) return <Stop key={month.number} roadmap={roadmap} month={month} index={index} isShown={month.weeks.some(({ number }) => number === weekNumber)} onShowWeek={onShowWeek} />;
          if (index !== first - 1 && index !== last) return null;
          const count = index < first ? first : roadmap.months.length - last;
          return (
            <li key={month.number} className={classes['stop']} data-folded>
              <div className={classes['gutter']}><PathToNext from={bendOf(index)} to={bendOf(index < first ? index + 1 : roadmap.months.length)} walked={index < first ? 1 : 0} order={0} /></div>
              <div><Button variant="subtle" size="compact-md" mih={44} ml={-10} onClick={() => { setIsWhole(true); }}>{t(index < first ? 'trail.earlier' : 'trail.later', { count })}</Button></div>
            </li>
          );
        })}
        <li className={classes['stop']}>
          <div className={classes['gutter']} style={standingAt(roadmap.months.length)}><Flag isReached={roadmap.progress.nextTaskId === null} /></div>
          <Stack gap={2} pt={6}>
            <Text fw={600}>{t('trail.goal')}</Text>
            <Text size="sm" c="dimmed">{words(roadmap.finalOutcome)}</Text>
          </Stack>
        </li>
      </ol>
    </section>
  );
}

interface StopProps {
  roadmap: RoadmapAnswer;
  month: Month;
  index: number;
  isShown: boolean;
  onShowWeek: (number: number) => void;
}

function Stop({ roadmap, month, index, isShown, onShowWeek }: StopProps) {
  const { t, i18n } = useTranslation('roadmap');
  const words = useReasonWords();
  const [all, setAll] = useState(false);
  const { done, total } = hoursOf(month.weeks.flatMap(({ tasks }) => tasks));
  const share = total === 0 ? 0 : done / total;
  const skills = skillsOfMonth(roadmap, month);
  const shown = all ? skills : skills.slice(0, skillsShown);
  const firstOpen = month.weeks.find(({ tasks }) => tasks.some(({ state }) => state === 'open')) ?? month.weeks[0];
  return (
    <li className={classes['stop']} data-state={month.state}>
      <div className={classes['gutter']} style={standingAt(index)}>
        <PathToNext from={bendOf(index)} to={bendOf(index + 1)} walked={share} order={index} />
        <span className={classes['cairn']}><CairnMark size={36} stones={stonesFor(month.state, share)} /></span>
      </div>
      <Stack gap={6} pb="lg" miw={0}>
        <UnstyledButton className={classes['month']} aria-current={isShown ? 'step' : undefined} onClick={() => { if (firstOpen) onShowWeek(firstOpen.number); }}>
          <Text size="sm" c="dimmed" component="span" display="block">
            {t('trail.month', { number: month.number })}{' · '}{t(`trail.${month.state}`)}{' · '}{month.state === 'locked' && done === 0 ? t('hours', { count: total }) : t('hoursDone', { done: formatNumber(done, i18n.language, 1), total: formatNumber(total, i18n.language, 1) })}
          </Text>
          <Text fw={600} component="span" display="block" lineClamp={3}>{words(month.what, month.title)}</Text>
        </UnstyledButton>
        <Group component="ul" gap={6} m={0} p={0}>
          {shown.map((skill) => (
            <li key={skill.skillId} className={classes['badge']}>
              <LevelStones level={skill.level} needed={skill.targetLevel} size={16} />{skill.name}
            </li>
          ))}
          {shown.length < skills.length && <li className={classes['badge']} data-more><UnstyledButton fz={12} mih={28} onClick={() => { setAll(true); }} aria-label={t('trail.moreSkills', { count: skills.length - shown.length })}>{`+${String(skills.length - shown.length)}`}</UnstyledButton></li>}
        </Group>
      </Stack>
    </li>
  );
}

function stonesFor(state: Month['state'], share: number): 0 | 1 | 2 | 3 {
  if (state === 'completed') return 3;
  if (state === 'locked') return 0;
  return share >= 0.5 ? 2 : share > 0 ? 1 : 0;
}

/** The share of a stretch that its cairn covers. */
const underCairn = 0.15;

/** The stretch from one cairn to the next; what is walked is drawn solid over it. */
function PathToNext({ from, to, walked, order }: { from: number; to: number; walked: number; order: number }) {
  const path = `M${String(from)} 0C${String(from)} 45 ${String(to)} 55 ${String(to)} 100`;
  const reach = walked === 1 ? 1 : underCairn + (1 - underCairn) * walked;
  const drawn = { clipPath: `inset(-4px -8px ${String((1 - reach) * 100)}% -8px)`, animationDelay: `${String(Math.min(order, 6) * 60)}ms` };
  return (
    <>
      <svg className={classes['path']} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <path d={path} className={classes['ahead']} vectorEffect="non-scaling-stroke" />
      </svg>
      {walked > 0 && (
        <svg className={`${classes['path'] ?? ''} ${classes['drawn'] ?? ''}`} style={drawn} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <path d={path} className={classes['walked']} vectorEffect="non-scaling-stroke" />
        </svg>
      )}
    </>
  );
}

function Flag({ isReached }: { isReached: boolean }) {
  return (
    <svg className={classes['cairn']} width="36" height="36" viewBox="0 0 32 32" aria-hidden="true" focusable="false" fill="none" stroke="var(--cairn-match)" strokeWidth="1.8" strokeLinejoin="round">
      <path d="M10 29V4" strokeLinecap="round" />
      <path d="M10 5h14l-4 5 4 5H10Z" fill={isReached ? 'var(--cairn-match)' : 'var(--mantine-color-body)'} />
    </svg>
  );
}
