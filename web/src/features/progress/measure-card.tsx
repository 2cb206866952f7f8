import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceSubject } from '../../ui/evidence-drawer.tsx';

export type OnWhy = (subject: EvidenceSubject) => void;

interface MeasureCardProps {
  title: string;
  /** The number with its unit. */
  value?: string | undefined;
  reasons?: EvidenceSubject['reasons'];
  onWhy?: OnWhy;
  children?: ReactNode;
}

/** A measure: what it is, the number, what it means, and how it comes about one click away. */
export function MeasureCard({ title, value, reasons = [], onWhy, children }: MeasureCardProps) {
  const { t } = useTranslation(['progress', 'common']);
  return (
    <Paper component="section" withBorder radius="lg" p="md" bg="var(--cairn-surface)" aria-label={title} miw={0}>
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Stack gap={0} miw={0}>
            <Title order={3} fz="sm" fw={500} c="dimmed">{title}</Title>
            {value !== undefined && <Text fz={28} fw={600} lh={1.2}>{value}</Text>}
          </Stack>
          {onWhy && reasons.length > 0 && <Button variant="subtle" size="compact-sm" mih={44} my={-12} aria-label={t('whyOf', { subject: title })} onClick={() => { onWhy({ title, ...(value !== undefined && { value }), reasons }); }}>{t('common:why')}</Button>}
        </Group>
        {children}
      </Stack>
    </Paper>
  );
}
