import { Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MatchBar } from '../../ui/match-bar.tsx';
import { countStandings, requirementKinds, type RequirementRow } from './gap-model.ts';

/** Must, should and nice, each with what is met, partly met and missing. */
export function RequirementGroups({ rows }: { rows: readonly RequirementRow[] }) {
  const { t } = useTranslation(['gap', 'common']);
  return (
    <Stack component="section" gap="md" aria-labelledby="groups-heading">
      <Group mih={44}><Title order={2} id="groups-heading">{t('groups.title')}</Title></Group>
      {requirementKinds.map((kind) => {
        const own = rows.filter(({ requirement }) => requirement === kind);
        const { met, partial, missing, total } = countStandings(own);
        if (total === 0) return null;
        return (
          <Stack key={kind} gap={6}>
            <Group justify="space-between" gap="xs">
              <Text fw={600} size="sm">{t(`groups.${kind}`)}</Text>
              <Text size="sm" c="dimmed">{t('groups.counts', { met, partial, missing })}</Text>
            </Group>
            <MatchBar height={14} parts={[{ kind: 'met', share: met / total }, { kind: 'partial', share: partial / total }, { kind: 'missing', share: missing / total }]} />
          </Stack>
        );
      })}
    </Stack>
  );
}
