import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { careerFormQuery } from '../../lib/career-form.ts';
import { formatPercent } from '../../lib/format.ts';
import { MatchBar } from '../../ui/match-bar.tsx';
import type { Journey } from './journey.ts';

/** Before there is a roadmap: the one step that comes next. */
export function FirstSteps({ journey }: { journey: Journey }) {
  const { t, i18n } = useTranslation('dashboard');
  const { gap, step } = journey;
  const organisation = useQuery({ ...careerFormQuery, enabled: step === 'gap' }).data?.targetOrganisation ?? null;
  return (
    <Paper component="section" withBorder radius="lg" p={{ base: 'md', sm: 'lg' }} bg="var(--cairn-surface)" aria-labelledby="step-heading">
      <Stack gap="sm">
        <Title order={2} id="step-heading">{t(`step.${step}.title`)}</Title>
        <Text className="cairn-prose" style={{ overflowWrap: 'anywhere' }}>{step === 'gap' && organisation !== null ? t('step.gap.company', { organisation }) : t(`step.${step}.why`)}</Text>
        {gap && (
          <Stack gap={6}>
            <Text size="sm">{t('match.now', { job: gap.goal.title ?? t('untitled'), percent: formatPercent(gap.weightedMatchPercentage, i18n.language), count: gap.missingCount })}</Text>
            <MatchBar height={8} parts={[{ kind: 'met', share: gap.weightedMatchPercentage / 100 }]} />
          </Stack>
        )}
        <Group mt="xs">
          {gap
            ? <Button renderRoot={(props) => <Link {...props} to="/roadmaps/new" search={{ gap: gap.id }} />} size="md" mih={44}>{t('step.roadmap.action')}</Button>
            : journey.resumeId === null
              ? <Button component={Link} to="/resumes" size="md" mih={44}>{t('step.resume.action')}</Button>
              : <Button component={Link} to="/gaps" size="md" mih={44}>{t('step.gap.action')}</Button>}
        </Group>
        {gap === null && <Text size="sm"><Anchor renderRoot={(props) => <Link {...props} to="/explore" />} inherit underline="always">{t('explore')}</Anchor></Text>}
      </Stack>
    </Paper>
  );
}
