import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { RoadmapAnswer } from '@cairn/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatPercent } from '../../lib/format.ts';
import type { EvidenceSubject } from '../../ui/evidence-drawer.tsx';
import { Icon } from '../../ui/icons.tsx';
import { MatchBar } from '../../ui/match-bar.tsx';
import { useMovingNumber } from '../../ui/moving-number.ts';
import { ProgressRing } from '../../ui/progress-ring.tsx';
import { useReasonWords } from '../../ui/reason-words.ts';
import classes from './next-task.module.css';
import type { Task } from './roadmap-model.ts';

interface NextTaskProps {
  roadmap: RoadmapAnswer;
  onDone: (task: Task) => void;
  onExplain: (subject: EvidenceSubject) => void;
  onShowWeek: () => void;
}

/** The one next thing, how far the way has been walked, and what it did to the match. */
export function NextTask({ roadmap, onDone, onExplain, onShowWeek }: NextTaskProps) {
  const { t, i18n } = useTranslation(['roadmap', 'common']);
  const words = useReasonWords();
  const { progress, firstAction: next } = roadmap;
  const shown = useMovingNumber(progress.percentage);
  const done = formatNumber(progress.doneHours, i18n.language, 1);
  const total = formatNumber(progress.totalHours, i18n.language, 1);
  return (
    <Paper component="section" withBorder radius="lg" p={{ base: 'md', sm: 'lg' }} bg="var(--cairn-surface)" aria-labelledby="next-heading">
      <div className={classes['grid']}>
        <Stack gap="xs" className={classes['task']}>
          {next ? (
            <>
              <Text size="sm" c="dimmed">{t('next.label')}</Text>
              <Title order={2} id="next-heading">{words(next.what, next.title)}</Title>
              <Text size="sm" c="dimmed">
                {t(`kind.${next.kind}`)}{' · '}{t('hours', { count: next.hours })}{' · '}{t('week.number', { number: progress.weekNumber, total: roadmap.totalWeeks })}
              </Text>
              <Group gap="sm" mt="xs">
                {/* The task after it takes its place at once: the second half of a double click is not meant for that one. */}
                <Button mih={44} size="md" leftSection={<Icon name="check" size={18} />} onClick={(event) => { if (event.detail < 2) onDone(next); }}>{t('next.done')}</Button>
                <Button mih={44} size="md" variant="default" onClick={onShowWeek}>{t('next.howTo')}</Button>
                {next.reasons.length > 0 && <Anchor component="button" type="button" size="sm" mih={44} onClick={() => { onExplain({ title: words(next.what, next.title), reasons: next.reasons }); }}>{t('next.why')}</Anchor>}
              </Group>
            </>
          ) : (
            <>
              <Title order={2} id="next-heading">{t('next.finished')}</Title>
              <Text>{words(roadmap.finalOutcome)}</Text>
              <Group mt="xs"><Button component={Link} to="/gaps" mih={44}>{t('next.compareAgain')}</Button></Group>
            </>
          )}
        </Stack>
        <div className={classes['ring']}>
          <ProgressRing value={progress.percentage} label={formatPercent(shown, i18n.language)} description={t('ring', { done, total, percent: formatPercent(progress.percentage, i18n.language, 1) })} size={112} />
          <Text size="sm" c="dimmed" role="status">{t('hoursDone', { done, total })}</Text>
        </div>
      </div>
      {roadmap.match && <MatchThenNow match={roadmap.match} />}
    </Paper>
  );
}

function MatchThenNow({ match }: { match: NonNullable<RoadmapAnswer['match']> }) {
  const { t, i18n } = useTranslation('roadmap');
  const now = useMovingNumber(match.now);
  const percent = (value: number) => formatPercent(value, i18n.language);
  return (
    <Stack gap={6} mt="md">
      <Text size="sm">{match.now > match.before ? t('match.moved', { before: percent(match.before), now: percent(now), after: percent(match.after) }) : t('match.toCome', { now: percent(match.now), after: percent(match.after) })}</Text>
      <MatchBar height={8} parts={[{ kind: 'met', share: match.now / 100 }, { kind: 'gain', share: Math.max(0, match.after - match.now) / 100 }]} />
    </Stack>
  );
}
