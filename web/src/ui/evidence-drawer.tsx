import { Box, Divider, Drawer, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../lib/format.ts';

interface EvidenceItem {
  source: string;
  text?: string;
  page?: number;
  line?: number;
  id?: string;
}

interface ReasonItem {
  what: { code: string; params: Record<string, string | number> };
  effect: number;
  evidence: readonly EvidenceItem[];
}

export interface EvidenceSubject {
  title: string;
  /** The number, worded with its unit. */
  value?: string;
  /** The formula in words. */
  formula?: string;
  reasons: readonly ReasonItem[];
  evidence?: readonly EvidenceItem[];
}

interface EvidenceDrawerProps {
  subject: EvidenceSubject | null;
  onClose: () => void;
}

/** The same drawer everywhere: the number, the formula in words, the reasons as signed bars, the lines behind them. */
export function EvidenceDrawer({ subject, onClose }: EvidenceDrawerProps) {
  const { t } = useTranslation('common');
  return (
    <Drawer opened={subject !== null} onClose={onClose} position="right" size="md" title={subject?.title ?? ''} closeButtonProps={{ 'aria-label': t('close') }}>
      {subject && (
        <Stack gap="lg">
          {subject.value && <Title order={2}>{subject.value}</Title>}
          {subject.formula && <Text c="dimmed" size="sm">{subject.formula}</Text>}
          <ReasonList reasons={subject.reasons} />
          {subject.evidence && subject.evidence.length > 0 && (
            <Stack gap="xs">
              <Divider />
              <Title order={3}>{t('evidence.lines')}</Title>
              <EvidenceLines evidence={subject.evidence} />
            </Stack>
          )}
        </Stack>
      )}
    </Drawer>
  );
}

function ReasonList({ reasons }: { reasons: readonly ReasonItem[] }) {
  const { t, i18n } = useTranslation(['reasons', 'common']);
  const largest = Math.max(...reasons.map(({ effect }) => Math.abs(effect)), Number.EPSILON);
  if (reasons.length === 0) return <Text c="dimmed">{t('common:evidence.none')}</Text>;
  return (
    <Stack gap="md" component="ul" m={0} p={0}>
      {reasons.map((reason, index) => (
        <Stack key={`${reason.what.code}-${String(index)}`} gap={4} component="li" style={{ listStyle: 'none' }}>
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <Text size="sm">{t(`reasons:${reason.what.code}`, reason.what.params)}</Text>
            {reason.effect !== 0 && <Text size="sm" fw={600}>{`${reason.effect > 0 ? '+' : '−'}${formatNumber(Math.abs(reason.effect), i18n.language, 2)}`}</Text>}
          </Group>
          {reason.effect !== 0 && <SignedBar share={reason.effect / largest} />}
          <EvidenceLines evidence={reason.evidence} />
        </Stack>
      ))}
    </Stack>
  );
}

/** `share` from -1 to 1, drawn from the middle. */
function SignedBar({ share }: { share: number }) {
  const width = `${String(Math.abs(share) * 50)}%`;
  return (
    <Box h={6} pos="relative" bg="var(--cairn-track)" style={{ borderRadius: 3 }} aria-hidden="true">
      <Box pos="absolute" h="100%" w={width} bg={share >= 0 ? 'var(--cairn-match)' : 'var(--cairn-missing)'} style={{ borderRadius: 3, insetInlineStart: share >= 0 ? '50%' : `calc(50% - ${width})` }} />
    </Box>
  );
}

export function EvidenceLines({ evidence }: { evidence: readonly EvidenceItem[] }) {
  const { t } = useTranslation('common');
  const lines = evidence.filter((item) => item.text !== undefined);
  if (lines.length === 0) return null;
  return (
    <Stack gap={4}>
      {lines.map((item, index) => (
        <Box key={index} ps="sm" style={{ borderInlineStart: '3px solid var(--mantine-color-default-border)' }}>
          <Text size="sm">{item.text}</Text>
          <Text size="xs" c="dimmed">
            {item.source === 'resume' ? t('evidence.resumeLine', { page: item.page, line: item.line }) : t(`evidence.${item.source}`)}
          </Text>
        </Box>
      ))}
    </Stack>
  );
}
