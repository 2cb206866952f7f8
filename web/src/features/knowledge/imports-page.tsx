import { Badge, Button, Group, NativeSelect, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { formatInstant } from '../../lib/format.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Page } from '../../ui/page.tsx';
import { FailureNote } from '../../ui/states.tsx';
import { categories } from './knowledge-model.ts';

/** Of the downloads of ESCO and O*NET. */
export const importFiles = '.csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values';
const pageSize = 20;

export function ImportsPage() {
  const { t } = useTranslation(['knowledge', 'reasons']);
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [category, setCategory] = useState('operations');
  const begin = useMutation({
    mutationFn: (file: File) => call('POST /knowledge/imports', { files: { file }, body: { category } }),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: ['knowledge'] });
      await navigate({ to: '/knowledge/imports/$importId', params: { importId: id } });
    },
  });
  return (
    <Page title={t('imports.title')} lead={t('imports.lead')} width={760}>
      <NativeSelect label={t('imports.category')} size="md" value={category} data={categories.map((value) => ({ value, label: t(`reasons:category.${value}`) }))} onChange={(event) => { setCategory(event.currentTarget.value); }} />
      <FileDrop label={t('drop.label')} hint={t('drop.hint')} accept={importFiles} isBusy={begin.isPending} chosen={begin.isPending ? t('drop.reading', { name: begin.variables.name }) : undefined} onFile={(file) => { begin.mutate(file); }} />
      {begin.isError && <FailureNote failure={begin.error} takesFocus />}
      <ImportList />
    </Page>
  );
}

function ImportList() {
  const { t, i18n } = useTranslation('knowledge');
  const imports = useInfiniteQuery({
    queryKey: ['knowledge', 'imports'],
    queryFn: ({ pageParam, signal }) => call('GET /knowledge/imports', { query: { limit: pageSize, ...(pageParam !== null && { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  if (imports.isPending) return <Stack aria-busy="true"><Skeleton height={64} radius="lg" /></Stack>;
  const items = imports.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack component="section" gap="xs" aria-labelledby="imports-heading">
      <Title order={2} id="imports-heading">{t('imports.yours')}</Title>
      {imports.isError && <FailureNote failure={imports.error} retry={() => { void imports.refetch(); }} />}
      {imports.isSuccess && items.length === 0 && <Text c="dimmed">{t('imports.none')}</Text>}
      <Stack component="ul" gap="xs" m={0} p={0}>
        {items.map(({ id, source, state, files, createdAt }) => (
          <li key={id} style={{ listStyle: 'none' }}>
            <Paper renderRoot={(props) => <Link {...props} to="/knowledge/imports/$importId" params={{ importId: id }} />} withBorder radius="lg" p="md" display="block" c="inherit" td="none">
              <Group justify="space-between" gap="xs"><Text fw={600}>{t(`source.${source}`)}</Text><Badge variant="light" tt="none">{t(`state.${state}`)}</Badge></Group>
              <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>{[files.map(({ fileName }) => fileName).join(', '), formatInstant(createdAt, i18n.language)].join(' · ')}</Text>
            </Paper>
          </li>
        ))}
      </Stack>
      {imports.hasNextPage && <Button variant="subtle" mih={44} loading={imports.isFetchingNextPage} onClick={() => { void imports.fetchNextPage(); }}>{t('more')}</Button>}
    </Stack>
  );
}
