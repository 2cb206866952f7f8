import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Explained } from './learning-queries.ts';

/** The explanation in other words, and who wrote it. */
export function ModelWords({ explained: { words, meta } }: { explained: Explained }) {
  const { t } = useTranslation('learning');
  return (
    <Stack gap={4} role="status">
      <Text style={{ whiteSpace: 'pre-wrap' }}>{words}</Text>
      <Text size="sm" c="dimmed">{meta.model === null ? t('words.own') : t('words.model', { model: meta.model })}</Text>
    </Stack>
  );
}
