import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ProgressInsight } from '@cairn/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useReasonWords } from '../../ui/reason-words.ts';
import type { OnWhy } from './measure-card.tsx';

interface InsightListProps {
  insights: readonly ProgressInsight[];
  /** The roadmap that tasks stand in; null without one. */
  roadmapId: string | null;
  onWhy: OnWhy;
  /** Of its heading, in the page that it stands in. */
  order: 2 | 3;
}

/** What may go wrong and what would help, each with one thing to do. */
export function InsightList({ insights, roadmapId, onWhy, order }: InsightListProps) {
  const { t } = useTranslation(['progress', 'common']);
  const words = useReasonWords();
  return (
    <Stack component="section" gap="xs" aria-labelledby="insights-heading">
      <Title order={order} id="insights-heading">{t('insights.title')}</Title>
      <Stack component="ul" gap="xs" m={0} p={0}>
        {insights.map((insight) => (
          <Paper key={`${insight.what.code} ${insight.action.what.code}`} component="li" withBorder radius="lg" p="md" bg="var(--cairn-surface)" style={{ listStyle: 'none' }}>
            <Stack gap="xs">
              <Text>{words(insight.what)}</Text>
              <Group gap="sm">
                <ActionLink action={insight.action} roadmapId={roadmapId} label={words(insight.action.what)} />
                <Button variant="subtle" mih={44} aria-label={t('whyOf', { subject: words(insight.what) })} onClick={() => { onWhy({ title: words(insight.what), reasons: insight.reasons }); }}>{t('common:why')}</Button>
                <Text size="sm" c="dimmed">{t(`priority.${insight.priority}`)}</Text>
              </Group>
            </Stack>
          </Paper>
        ))}
      </Stack>
    </Stack>
  );
}

function ActionLink({ action, roadmapId, label }: { action: ProgressInsight['action']; roadmapId: string | null; label: string }) {
  const look = { variant: 'default', mih: 44 } as const;
  if (action.kind === 'log-time') return <Button component={Link} to="/progress" hash="log" {...look}>{label}</Button>;
  if (roadmapId === null) return <Button component={Link} to="/gaps" {...look}>{label}</Button>;
  return <Button renderRoot={(props) => <Link {...props} to="/roadmaps/$roadmapId" params={{ roadmapId }} />} {...look}>{label}</Button>;
}
