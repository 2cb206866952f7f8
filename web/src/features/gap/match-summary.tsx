import { Anchor, Box, Group, Paper, Stack, Text } from '@mantine/core';
import type { SkillGap } from '@cairn/contracts';
import { whatIf } from '@cairn/engine/what-if';
import { useTranslation } from 'react-i18next';
import { formatPercent } from '../../lib/format.ts';
import { MatchBar } from '../../ui/match-bar.tsx';
import { useMovingNumber } from '../../ui/moving-number.ts';
import { StandingSign, type Standing } from '../../ui/standing-sign.tsx';
import { countStandings, type RequirementRow } from './gap-model.ts';

interface MatchSummaryProps {
  gap: SkillGap;
  rows: readonly RequirementRow[];
  chosen: ReadonlySet<string>;
  onExplain: () => void;
}

/** The weighted match leads, with the plain explanation and the count beside it. */
export function MatchSummary({ gap, rows, chosen, onExplain }: MatchSummaryProps) {
  const { t, i18n } = useTranslation(['gap', 'common']);
  const counts = countStandings(rows);
  const then = whatIf(gap.whatIf, chosen);
  const shown = useMovingNumber(then.weightedMatchPercentage);
  const share = gap.weightedMatchPercentage / 100;
  const gain = Math.max(0, then.weightedMatchPercentage / 100 - share);
  return (
    <Paper withBorder p={{ base: 'md', sm: 'lg' }} radius="lg" bg="var(--cairn-surface)" component="section" aria-label={t('match.label')}>
      <Stack gap="md">
        <Group gap="lg" align="center" wrap="wrap">
          <Box>
            <Text fz={44} fw={650} lh={1} data-testid="weighted-match">{formatPercent(shown, i18n.language)}</Text>
            <Text size="sm" c="dimmed" mt={6}>{t('match.weighted')}</Text>
          </Box>
          <Stack gap={4} flex="1 1 260px">
            <Text>{t('match.sentence', { met: counts.met, partial: counts.partial, missing: counts.missing, total: counts.total })}</Text>
            <Text size="sm" c="dimmed">
              {t('match.byCount', { percent: formatPercent(gap.matchPercentage, i18n.language), met: counts.met + counts.partial, total: counts.total })}
              {' '}
              <Anchor component="button" type="button" size="sm" onClick={onExplain} py={4}>{t('match.how')}</Anchor>
            </Text>
          </Stack>
        </Group>
        <MatchBar height={16} parts={[{ kind: 'met', share }, { kind: 'gain', share: gain }]} />
        <Group gap="md">
          {(['met', 'partial', 'missing'] as const satisfies readonly Standing[]).map((standing) => (
            <Group key={standing} gap={6} wrap="nowrap">
              <StandingSign standing={standing} />
              <Text size="sm">{t(`standing.${standing}`, { count: counts[standing] })}</Text>
            </Group>
          ))}
        </Group>
      </Stack>
    </Paper>
  );
}
