import { Badge, Button, Group, NativeSelect, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { formatInstant, formatNumber } from '../../lib/format.ts';
import { CatalogueSearch, type CatalogueItem } from '../../ui/catalogue-search.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Page } from '../../ui/page.tsx';
import { FailureNote } from '../../ui/states.tsx';

const questionFiles = '.csv,.tsv,.txt,.json,.jsonl,.ndjson,.yaml,.yml,text/csv,text/plain,application/json';
const pageSize = 20;
const levels = ['1', '2', '3', '4'] as const;

export function QuestionImportsPage() {
  const { t } = useTranslation(['questions', 'common']);
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [skill, setSkill] = useState<CatalogueItem | null>(null);
  const [level, setLevel] = useState('2');
  const [countsFrom, setCountsFrom] = useState<'' | '0' | '1'>('');
  const begin = useMutation({
    mutationFn: (file: File) => call('POST /questions/imports', { files: { file }, body: { skillId: skill?.id ?? '', level, countsFrom } }),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: ['question-imports'] });
      await navigate({ to: '/staff/questions/$importId', params: { importId: id } });
    },
  });
  return (
    <Page title={t('title')} lead={t('lead')} width={760}>
      <Stack gap="sm">
        <CatalogueSearch
          label={t('skill')} placeholder={t('skill.example')} nothingFound={t('skill.nothing')} queryKey={['skills', 'search']} keepsName
          search={async (search, signal) => (await call('GET /skills', { query: { search, limit: 8 }, signal })).items.map(({ id, name }) => ({ id, name }))} onChoose={setSkill}
        />
        {skill === null ? <Text size="sm" c="dimmed">{t('skill.why')}</Text> : <Group><Text size="sm">{t('skill.chosen', { skill: skill.name })}</Text><Button variant="subtle" color="gray" mih={44} onClick={() => { setSkill(null); }}>{t('skill.none')}</Button></Group>}
        <Group grow preventGrowOverflow={false}>
          <NativeSelect label={t('level')} size="md" miw={200} value={level} data={levels.map((value) => ({ value, label: t(`common:level.${value}`) }))} onChange={(event) => { setLevel(event.currentTarget.value); }} />
          <NativeSelect label={t('countsFrom')} size="md" miw={200} value={countsFrom} data={[{ value: '', label: t('countsFrom.auto') }, { value: '1', label: t('countsFrom.one') }, { value: '0', label: t('countsFrom.zero') }]} onChange={(event) => { setCountsFrom(event.currentTarget.value as '' | '0' | '1'); }} />
        </Group>
        <FileDrop label={t('drop.label')} hint={t('drop.hint')} accept={questionFiles} isBusy={begin.isPending} chosen={begin.isPending ? t('drop.reading', { name: begin.variables.name }) : undefined} onFile={(file) => { begin.mutate(file); }} />
      </Stack>
      {begin.isError && <FailureNote failure={begin.error} takesFocus />}
      <ImportList />
    </Page>
  );
}

function ImportList() {
  const { t, i18n } = useTranslation('questions');
  const imports = useInfiniteQuery({
    queryKey: ['question-imports', 'list'],
    queryFn: ({ pageParam, signal }) => call('GET /questions/imports', { query: { limit: pageSize, ...(pageParam !== null && { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  if (imports.isPending) return <Stack aria-busy="true"><Skeleton height={64} radius="lg" /></Stack>;
  const items = imports.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack component="section" gap="xs" aria-labelledby="imports-heading">
      <Title order={2} id="imports-heading">{t('imports')}</Title>
      {imports.isError && <FailureNote failure={imports.error} retry={() => { void imports.refetch(); }} />}
      {imports.isSuccess && items.length === 0 && <Text c="dimmed">{t('imports.none')}</Text>}
      <Stack component="ul" gap="xs" m={0} p={0}>
        {items.map(({ id, fileName, state, summary, createdAt }) => (
          <li key={id} style={{ listStyle: 'none' }}>
            <Paper renderRoot={(props) => <Link {...props} to="/staff/questions/$importId" params={{ importId: id }} />} withBorder radius="lg" p="md" display="block" c="inherit" td="none">
              <Group justify="space-between" gap="xs"><Text fw={600} style={{ overflowWrap: 'anywhere' }}>{fileName}</Text><Badge variant="light" tt="none">{t(`state.${state}`)}</Badge></Group>
              <Text size="sm" c="dimmed">{[...(summary === null ? [] : [t('rows', { count: summary.rows, rows: formatNumber(summary.rows, i18n.language) })]), formatInstant(createdAt, i18n.language)].join(' · ')}</Text>
            </Paper>
          </li>
        ))}
      </Stack>
      {imports.hasNextPage && <Button variant="subtle" mih={44} loading={imports.isFetchingNextPage} onClick={() => { void imports.fetchNextPage(); }}>{t('more')}</Button>}
    </Stack>
  );
}
