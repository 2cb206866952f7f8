import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPercent } from '../../lib/format.ts';
import { RadarChart } from '../../ui/radar-chart.tsx';
import { categoryAxes, type RequirementRow } from './gap-model.ts';

/** How much of what is asked is met, by category, drawn and as a table. */
export function CategoryRadar({ rows }: { rows: readonly RequirementRow[] }) {
  const { t, i18n } = useTranslation(['gap', 'reasons']);
  const [asTable, setAsTable] = useState(false);
  const axes = categoryAxes(rows, (category) => t(`reasons:category.${category}`), (value) => formatPercent(value, i18n.language));
  return (
    <Stack component="section" gap="xs" aria-labelledby="radar-heading">
      <Group justify="space-between" mih={44}>
        <Title order={2} id="radar-heading">{t('radar.title')}</Title>
        {axes.length >= 3 && <Button variant="subtle" size="compact-md" mih={44} onClick={() => { setAsTable(!asTable); }}>{t(asTable ? 'radar.asChart' : 'radar.asTable')}</Button>}
      </Group>
      <RadarChart axes={axes} asTable={asTable} caption={t('radar.caption')} axisHeading={t('radar.category')} valueHeading={t('radar.met')} />
      <Text size="xs" c="dimmed">{t('radar.hint')}</Text>
    </Stack>
  );
}
