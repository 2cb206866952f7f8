import { Stack, Text, Title } from '@mantine/core';
import type { LanguageModels } from '@cairn/contracts';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatPercent } from '../../lib/format.ts';
import classes from './figures.module.css';

type Prompt = LanguageModels['prompts'][number];

const columns = ['asked', 'answered', 'p50', 'tokens', 'helped'] as const;

/** The versions of each prompt beside each other: how often a model answered, how fast, and whether it helped whoever asked. */
export function Prompts({ prompts }: { prompts: readonly Prompt[] }) {
  const { t, i18n } = useTranslation('language-models');
  const number = (value: number) => formatNumber(value, i18n.language);
  const cells = ({ calls, answered, p50Ms, meanTokens, helpful, notHelpful }: Prompt) => [
    number(calls), formatPercent((100 * answered) / calls, i18n.language), p50Ms === null ? t('figures.noValue') : t('figures.seconds', { seconds: formatNumber(p50Ms / 1000, i18n.language, 1) }),
    meanTokens === null ? t('figures.noValue') : number(meanTokens),
    helpful + notHelpful === 0 ? t('prompts.unsaid') : t('prompts.helpedOf', { helpful: number(helpful), count: helpful + notHelpful }),
  ];
  const said = prompts.filter(({ reasons }) => reasons.length > 0);
  return (
    <Stack gap="xs" component="section" aria-labelledby="prompts-heading">
      <Title order={3} id="prompts-heading" size="h3">{t('prompts')}</Title>
      <Text size="sm" c="dimmed">{t('prompts.lead')}</Text>
      <table role="table" className={classes['figures']} aria-label={t('prompts')}>
        <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">{t('prompts.version')}</th>{columns.map((column) => <th key={column} role="columnheader" scope="col">{t(`prompts.${column}`)}</th>)}</tr></thead>
        <tbody role="rowgroup">
          {prompts.map((prompt) => (
            <tr key={prompt.promptVersion} role="row">
              <th role="rowheader" scope="row">{prompt.promptVersion}</th>
              {cells(prompt).map((cell, at) => <td key={columns[at]} role="cell"><span className={classes['only']} aria-hidden="true">{t(`prompts.${columns[at] ?? 'asked'}`)}</span><span>{cell}</span></td>)}
            </tr>
          ))}
        </tbody>
      </table>
      {said.map(({ promptVersion, reasons }) => (
        <div key={promptVersion}>
          <Text size="sm" fw={600}>{t('prompts.reasons', { prompt: promptVersion })}</Text>
          <ul className={classes['counts']}>{reasons.map(({ verdict, reason }, at) => <li key={at} style={{ overflowWrap: 'anywhere' }}>{t(verdict === 'helpful' ? 'prompts.reason.helpful' : 'prompts.reason.notHelpful', { reason })}</li>)}</ul>
        </div>
      ))}
    </Stack>
  );
}
