import { Anchor, Box, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { AdvisorAdvice, AdvisorRun } from '@cairn/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format.ts';
import { EvidenceDrawer, type EvidenceSubject } from '../../ui/evidence-drawer.tsx';
import { ModelNote } from '../../ui/model-note.tsx';
import { useAdviceWords } from './advice-words.ts';
import { NextAction } from './next-action.tsx';
import { Steps } from './steps.tsx';

interface RunViewProps {
  run: AdvisorRun;
  onRole?: ((roleId: string) => void) | undefined;
}

/** What was asked, what follows from what was looked at, and where to go on. */
export function RunView({ run, onRole }: RunViewProps) {
  const { t } = useTranslation('advisor');
  const words = useAdviceWords();
  return (
    <Paper component="section" withBorder radius="lg" p={{ base: 'md', sm: 'lg' }} bg="var(--cairn-surface)" aria-labelledby={`run-${run.id}`}>
      <Stack gap="md">
        <Box>
          <Title order={2} id={`run-${run.id}`} size="h3" style={{ overflowWrap: 'anywhere' }}>{words.question(run)}</Title>
          <Text size="sm" c="dimmed">{t('takenFor', { what: words.takenFor(run.goal) })}</Text>
        </Box>
        {run.advice === null ? <Text>{t(`state.${run.state}`)}</Text> : <Answer run={run} advice={run.advice} onRole={onRole} />}
        {run.steps.length > 0 && (
          <Stack gap={6}>
            <Title order={3} fz="sm">{t('steps')}</Title>
            <Steps steps={run.steps} />
          </Stack>
        )}
      </Stack>
    </Paper>
  );
}

function Answer({ run, advice, onRole }: RunViewProps & { advice: AdvisorAdvice }) {
  const { t } = useTranslation('advisor');
  const words = useAdviceWords();
  const [subject, setSubject] = useState<EvidenceSubject | null>(null);
  const { brokenBy } = run;
  return (
    <Stack gap="md">
      {run.words && (
        <Stack gap={4} ps="md" style={{ borderInlineStart: '3px solid var(--mantine-color-default-border)' }}>
          <Text className="cairn-prose" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{run.words.text}</Text>
          <ModelNote meta={run.words.meta} />
        </Stack>
      )}
      {run.words && <Text size="sm" fw={600}>{t('computed')}</Text>}
      <Stack gap={6} className="cairn-prose">
        {advice.sentences.map((sentence) => <Text key={sentence.code}>{words.sentence(sentence)}</Text>)}
      </Stack>
      {advice.resources.length > 0 && <Resources resources={advice.resources} />}
      <Group gap="sm" align="flex-end">
        <NextAction next={advice.next} onRole={onRole} />
        {advice.reasons.length > 0 && <Button variant="default" mih={44} onClick={() => { setSubject({ title: t('why.title'), reasons: advice.reasons }); }}>{t('why')}</Button>}
      </Group>
      {brokenBy !== null && <Text size="sm" c="dimmed">{t(`brokenBy.${knownBreak(brokenBy)}`)}</Text>}
      <EvidenceDrawer subject={subject} onClose={() => { setSubject(null); }} />
    </Stack>
  );
}

const worded = new Set(['no-model', 'over-budget', 'step-limit', 'token-limit', 'time-limit', 'same-call', 'no-news', 'failing-tool', 'unfounded', 'invalid-answer']);
const knownBreak = (brokenBy: string): string => (worded.has(brokenBy) ? brokenBy : 'failed');

function Resources({ resources }: { resources: AdvisorAdvice['resources'] }) {
  const { t, i18n } = useTranslation('advisor');
  return (
    <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }} aria-label={t('resources')}>
      {resources.map(({ resourceId, title, provider, url, cost, hours }) => (
        <li key={resourceId}>
          <Anchor href={url} target="_blank" rel="noopener noreferrer" underline="always" style={{ overflowWrap: 'anywhere' }}>{title}</Anchor>
          <Text size="sm" c="dimmed">{[provider, t(`cost.${cost}`), t('hours', { hours: formatNumber(hours, i18n.language) })].join(' · ')}</Text>
        </li>
      ))}
    </Stack>
  );
}
