import { Stack, Switch, Text } from '@mantine/core';
import type { Api } from '@cairn/contracts';
import { useTranslation } from 'react-i18next';

export type Assumptions = Api['GET /roadmaps/assumptions']['answer'];

interface AssumedRoleProps {
  assumptions: Assumptions;
  isCounted: boolean;
  onCount: (isCounted: boolean) => void;
}

/** What the plan takes for granted because of the current role, and the switch to leave it out. */
export function AssumedRole({ assumptions: { currentRole, unknownRole }, isCounted, onCount }: AssumedRoleProps) {
  const { t, i18n } = useTranslation(['roadmap', 'common']);
  if (unknownRole !== null) return <Text size="sm" c="dimmed">{t('new.roleUnknown', { role: unknownRole })}</Text>;
  if (currentRole === null || currentRole.skills.length === 0) return null;
  const skills = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(currentRole.skills.map(({ name, level }) => t('new.assumedSkill', { skill: name, level: t(`common:level.${String(level)}`) })));
  return (
    <Stack component="section" gap="xs" aria-labelledby="assumed-heading">
      <Text fw={600} id="assumed-heading">{t('new.assumed')}</Text>
      <Text size="sm">{isCounted ? t('new.assumedWhat', { role: currentRole.name, count: currentRole.yearsOfExperience, skills }) : t('new.assumedOut')}</Text>
      <Switch size="md" checked={isCounted} onChange={(event) => { onCount(event.currentTarget.checked); }} label={t('new.assumedCount')} styles={{ body: { minHeight: 44, alignItems: 'center' } }} />
    </Stack>
  );
}
