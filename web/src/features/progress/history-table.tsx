import { Skeleton, Stack, Table, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format.ts';
import { formatDate } from '../../ui/quantities.ts';
import { FailureNote } from '../../ui/states.tsx';
import { historyQuery } from './progress-queries.ts';
import classes from './progress.module.css';

/** The weeks of the last year, newest first. */
export function HistoryTable() {
  const { t, i18n } = useTranslation('progress');
  const history = useQuery(historyQuery);
  const number = (value: number) => formatNumber(value, i18n.language, 1);
  if (history.isError) return <FailureNote failure={history.error} retry={() => { void history.refetch(); }} />;
  if (history.isPending) return <Skeleton height={180} radius="lg" />;
  if (history.data.items.length === 0) return null;
  return (
    <Stack component="section" gap="xs" aria-labelledby="history-heading">
      <Title order={2} id="history-heading">{t('history.title')}</Title>
      <div className={classes['scroll']} tabIndex={0} role="group" aria-labelledby="history-heading">
        <Table miw={420} verticalSpacing={6} horizontalSpacing="xs" style={{ fontVariantNumeric: 'tabular-nums' }}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('velocity.week')}</Table.Th><Table.Th ta="right">{t('velocity.hours')}</Table.Th><Table.Th ta="right">{t('history.days')}</Table.Th><Table.Th ta="right">{t('history.tasks')}</Table.Th><Table.Th ta="right">{t('history.total')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {history.data.items.toReversed().map((week) => (
              <Table.Tr key={week.startsOn}>
                <Table.Th scope="row" fw={400}>{formatDate(week.startsOn, i18n.language)}</Table.Th>
                <Table.Td ta="right">{number(week.hours)}</Table.Td><Table.Td ta="right">{number(week.activeDays)}</Table.Td><Table.Td ta="right">{number(week.tasks)}</Table.Td><Table.Td ta="right">{number(week.plannedHoursSoFar)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Stack>
  );
}
