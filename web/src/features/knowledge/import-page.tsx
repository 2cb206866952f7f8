import { Button, Group, Loader, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { formatNumber } from '../../lib/format.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Page } from '../../ui/page.tsx';
import { FailureNote, NotOpened } from '../../ui/states.tsx';
import { ChangeTable } from './change-table.tsx';
import { importFiles } from './imports-page.tsx';

const pageSize = 50;
/** While a file is read, for a page that the live socket does not reach. */
const askAgainMilliseconds = 5000;
const counts = ['newSkills', 'changedSkills', 'newRoles', 'changedRoles', 'unchanged', 'refused', 'leftOut'] as const;

export function ImportPage() {
  const { importId = '' } = useParams({ strict: false });
  return <ImportView importId={importId} />;
}

export function ImportView({ importId }: { importId: string }) {
  const { t, i18n } = useTranslation('knowledge');
  const queryClient = useQueryClient();
  const [asks, setAsks] = useState<'discard' | 'undo' | null>(null);
  const read = useInfiniteQuery({
    queryKey: ['knowledge', 'import', importId],
    queryFn: ({ pageParam, signal }) => call('GET /knowledge/imports/:id', { params: { id: importId }, query: { limit: pageSize, ...(pageParam !== null && { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ changes }) => changes.nextCursor,
    refetchInterval: ({ state }) => (state.data?.pages[0]?.state === 'reading' ? askAgainMilliseconds : false),
  });
  const again = () => queryClient.invalidateQueries({ queryKey: ['knowledge'] });
  const add = useMutation({ mutationFn: (file: File) => call('POST /knowledge/imports/:id/files', { params: { id: importId }, files: { file } }), onSettled: again });
  const knownAgain = () => Promise.all([again(), queryClient.invalidateQueries({ queryKey: ['skills'] })]);
  const apply = useMutation({ mutationFn: () => call('POST /knowledge/imports/:id/apply', { params: { id: importId } }), onSettled: knownAgain });
  const undo = useMutation({ mutationFn: () => call('POST /knowledge/imports/:id/take-back', { params: { id: importId } }), onSuccess: () => { setAsks(null); }, onSettled: knownAgain });
  const discard = useMutation({ mutationFn: () => call('DELETE /knowledge/imports/:id', { params: { id: importId } }), onSuccess: () => { setAsks(null); }, onSettled: again });
  const asking = asks === 'undo' ? undo : discard;
  const found = read.data?.pages[0];
  const back = <Button component={Link} to="/knowledge/imports" mih={44}>{t('import.toList')}</Button>;
  if (found === undefined) return <Page title={t('imports.title')}>{read.isError ? <NotOpened failure={read.error} retry={() => { void read.refetch(); }} unknown={{ title: t('import.unknown'), why: t('import.unknownWhy'), action: back }} /> : <Stack aria-busy="true"><Skeleton height={80} /><Skeleton height={200} /></Stack>}</Page>;
  const { state, source, summary, files, remarks } = found;
  const changes = read.data?.pages.flatMap((page) => page.changes.items) ?? [];
  const isOpen = state === 'proposed' || state === 'failed';
  return (
    <Page
      title={t('import.title', { source: t(`source.${source}`) })} lead={t(`import.lead.${state}`)}
      action={(isOpen || state === 'applied') && (
        <Group>
          {state === 'proposed' && <Button size="md" loading={apply.isPending} disabled={changes.length === 0} onClick={() => { apply.mutate(); }}>{t('apply')}</Button>}
          {isOpen && <Button variant="default" size="md" onClick={() => { setAsks('discard'); }}>{t('discard')}</Button>}
          {state === 'applied' && <Button variant="default" size="md" onClick={() => { setAsks('undo'); }}>{t('undo')}</Button>}
        </Group>
      )}
    >
      <div role="status">{state === 'reading' && <Loader size={32} type="dots" aria-label={t('state.reading')} />}</div>
      {apply.isError && <FailureNote failure={apply.error} takesFocus />}
      {summary !== null && state !== 'reading' && (
        <Group component="dl" m={0} gap="lg" wrap="wrap">
          {counts.map((count) => <div key={count}><Text component="dt" size="sm" c="dimmed">{t(`count.${count}`)}</Text><Text component="dd" m={0} fw={600} size="xl">{formatNumber(summary[count], i18n.language)}</Text></div>)}
        </Group>
      )}
      <Stack component="section" gap="xs" aria-labelledby="files-heading">
        <Title order={2} id="files-heading">{t('files')}</Title>
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>{files.map(({ fileName, rows }) => <li key={fileName} style={{ overflowWrap: 'anywhere' }}>{fileName}{rows > 0 && ` · ${t('files.rows', { count: rows, rows: formatNumber(rows, i18n.language) })}`}</li>)}</ul>
        {isOpen && <FileDrop compact label={t('drop.more')} hint={t('drop.more.hint')} accept={importFiles} isBusy={add.isPending} chosen={add.isPending ? t('drop.reading', { name: add.variables.name }) : undefined} onFile={(file) => { add.mutate(file); }} />}
        {add.isError && <FailureNote failure={add.error} takesFocus />}
      </Stack>
      {state !== 'reading' && state !== 'failed' && (
        <Stack component="section" gap="xs" aria-labelledby="changes-heading">
          <Title order={2} id="changes-heading">{t('changes')}</Title>
          {changes.length === 0 ? <Text c="dimmed">{t('changes.none')}</Text> : <ChangeTable changes={changes} />}
          {read.hasNextPage && <Group justify="center"><Button variant="default" size="md" loading={read.isFetchingNextPage} onClick={() => { void read.fetchNextPage(); }}>{t('more')}</Button></Group>}
        </Stack>
      )}
      {remarks.length > 0 && (
        <Stack component="section" gap="xs" aria-labelledby="remarks-heading">
          <Title order={2} id="remarks-heading">{t('remarks')}</Title>
          {summary !== null && summary.refused + summary.leftOut > remarks.length && <Text size="sm" c="dimmed">{t('remarks.first', { count: remarks.length })}</Text>}
          <ul style={{ margin: 0, paddingInlineStart: 20 }}>
            {remarks.map(({ file, line, code, text }) => <li key={`${file} ${String(line)} ${code} ${text}`} style={{ overflowWrap: 'anywhere' }}>{[...(text === '' ? [] : [text]), t(`remark.${code}`), ...(file === '' ? [] : [t('remarks.at', { file, line })])].join(' · ')}</li>)}
          </ul>
        </Stack>
      )}
      <ConfirmDialog opened={asks !== null} title={t(asks === 'undo' ? 'undo.title' : 'discard.title')} confirm={t(asks === 'undo' ? 'undo' : 'discard')} isBusy={asking.isPending} failure={asking.error} onConfirm={() => { asking.mutate(); }} onClose={() => { setAsks(null); asking.reset(); }}>{t(asks === 'undo' ? 'undo.what' : 'discard.what')}</ConfirmDialog>
    </Page>
  );
}
