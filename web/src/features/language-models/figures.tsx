import { Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import type { LanguageModels } from '@cairn/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatPercent } from '../../lib/format.ts';
import classes from './figures.module.css';
import { Prompts } from './prompts.tsx';

type Period = LanguageModels['lastDay'];
type Provider = Period['providers'][number];

/** How the models did, in a day or a week. */
export function Figures({ models }: { models: LanguageModels }) {
  const { t } = useTranslation('language-models');
  const [period, setPeriod] = useState<'lastDay' | 'lastWeek'>('lastWeek');
  const shown = models[period];
  return (
    <Stack component="section" gap="sm" aria-labelledby="figures-heading">
      <Group justify="space-between" gap="sm">
        <Title order={2} id="figures-heading" size="h3">{t('figures')}</Title>
        <SegmentedControl className={classes['period']} aria-label={t('figures.period')} size="md" value={period} data={[{ value: 'lastDay', label: t('figures.lastDay') }, { value: 'lastWeek', label: t('figures.lastWeek') }]} onChange={(value) => { setPeriod(value === 'lastDay' ? 'lastDay' : 'lastWeek'); }} />
      </Group>
      {shown.calls === 0 ? <Text c="dimmed">{t('figures.none')}</Text> : <Shown period={shown} />}
      {models.prompts.length > 0 && <Prompts prompts={models.prompts} />}
    </Stack>
  );
}

function Shown({ period }: { period: Period }) {
  const { t, i18n } = useTranslation('language-models');
  const { calls, cacheHitRate, fallbacks, injections, providers } = period;
  const number = (value: number) => formatNumber(value, i18n.language);
  const columns = ['calls', 'answered', 'p50', 'p95', 'tokensIn', 'tokensOut'] as const;
  const seconds = (milliseconds: number | null) => (milliseconds === null ? t('figures.noValue') : t('figures.seconds', { seconds: formatNumber(milliseconds / 1000, i18n.language, 1) }));
  const cells = ({ calls: came, answered, p50Ms, p95Ms, inputTokens, outputTokens }: Provider) => [number(came), number(answered), seconds(p50Ms), seconds(p95Ms), number(inputTokens), number(outputTokens)];
  return (
    <>
      <Text>{t('figures.sum', { count: calls, calls: number(calls), share: formatPercent((cacheHitRate ?? 0) * 100, i18n.language) })}</Text>
      {providers.length > 0 && (
        <table role="table" className={classes['figures']} aria-label={t('figures.byProvider')}>
          <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">{t('figures.provider')}</th>{columns.map((column) => <th key={column} role="columnheader" scope="col">{t(`figures.${column}`)}</th>)}</tr></thead>
          <tbody role="rowgroup">
            {providers.map((provider) => (
              <tr key={provider.kind} role="row">
                <th role="rowheader" scope="row">{t(`kind.${provider.kind}`)}</th>
                {cells(provider).map((cell, at) => <td key={columns[at]} role="cell"><span className={classes['only']} aria-hidden="true">{t(`figures.${columns[at] ?? 'calls'}`)}</span><span>{cell}</span></td>)}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {providers.filter(({ failures }) => failures.length > 0).map(({ kind, failures }) => <Counts key={kind} title={t('figures.failures', { provider: t(`kind.${kind}`) })} counts={failures.map(({ what, count }) => [t(`failure.${what}`), count])} />)}
      {fallbacks.length > 0 && <Counts title={t('figures.fallbacks')} counts={fallbacks.map(({ what, count }) => [t(`failure.${what}`), count])} />}
      {injections.length > 0 && <Counts title={t('figures.injections')} counts={injections.map(({ what, count }) => [t(`injection.${what}`), count])} />}
    </>
  );
}

function Counts({ title, counts }: { title: string; counts: readonly (readonly [string, number])[] }) {
  const { i18n } = useTranslation('language-models');
  return (
    <div>
      <Text size="sm" fw={600}>{title}</Text>
      <ul className={classes['counts']}>{counts.map(([what, count]) => <li key={what}>{what}{': '}{formatNumber(count, i18n.language)}</li>)}</ul>
    </div>
  );
}
