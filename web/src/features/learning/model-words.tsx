import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ModelNote } from '../../ui/model-note.tsx';
import type { Explained } from './learning-queries.ts';

/** The explanation in other words, and who wrote it. */
export function ModelWords({ explained: { words, meta } }: { explained: Explained }) {
  const { t } = useTranslation('learning');
  return (
    <Stack gap={4} role="status">
      <Text style={{ whiteSpace: 'pre-wrap' }}>{words ?? t('words.none')}</Text>
      <ModelNote meta={meta} />
    </Stack>
  );
}
