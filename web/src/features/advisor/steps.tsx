import { Box, Group, Loader, Stack, Text } from '@mantine/core';
import type { AdvisorStep, Api } from '@cairn/contracts';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icons.tsx';
import { useAdviceWords } from './advice-words.ts';

interface StepsProps {
  steps: readonly AdvisorStep[];
  /** While more may come: what is being done. */
  latest?: Api['POST /advisor/runs']['progress'] | null;
  isGoingOn?: boolean;
}

/** What was looked at, in order. */
export function Steps({ steps, latest = null, isGoingOn = false }: StepsProps) {
  const { t } = useTranslation('advisor');
  const words = useAdviceWords();
  const doing = latest?.step === 'waiting' ? t('doing.waiting', { place: latest.place }) : t(latest?.step === 'asking' || latest?.step === 'writing' || latest?.step === 'repairing' ? 'doing.asking' : 'doing.looking');
  return (
    <Stack gap={6} role={isGoingOn ? 'status' : undefined}>
      {steps.length > 0 && <Stack component="ol" gap={6} m={0} p={0} style={{ listStyle: 'none' }} aria-label={t('steps')}>
        {steps.map((step) => (
          <Group key={step.number} component="li" gap="xs" wrap="nowrap" align="flex-start">
            <Box component="span" c={step.failure === null ? 'var(--cairn-match)' : 'var(--cairn-unknown)'} mt={1}><Icon name={step.failure === null ? 'check' : 'close'} size={18} /></Box>
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>{words.step(step)}</Text>
          </Group>
        ))}
      </Stack>}
      {isGoingOn && <Group gap="xs" wrap="nowrap"><Loader size={16} aria-hidden="true" /><Text size="sm" c="dimmed">{doing}</Text></Group>}
    </Stack>
  );
}
