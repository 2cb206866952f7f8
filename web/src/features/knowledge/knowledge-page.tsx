import { Badge, Button, Group, NativeSelect, Paper, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { formatInstant } from '../../lib/format.ts';
import { CatalogueSearch } from '../../ui/catalogue-search.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, FailureNote } from '../../ui/states.tsx';
import { entryKinds, entrySources, type EntryKind, type EntrySource } from './knowledge-model.ts';

const pageSize = 50;
const pauseMilliseconds = 250;
/** Of each kind: the list is looked through, not read. */
const mostOfKind = 10;

export function KnowledgePage() {
  const { t } = useTranslation('knowledge');
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState<EntryKind | ''>('');
  const [source, setSource] = useState<EntrySource | ''>('');
  const [wanted] = useDebouncedValue(search.trim(), pauseMilliseconds);
  return (
    <Page title={t('title')} lead={t('lead')} action={<Button size="md" renderRoot={(props) => <Link {...props} to="/knowledge/imports" />}>{t('import')}</Button>}>
      <Group gap="xs">
        {entryKinds.map((one) => <Button key={one} variant="default" mih={44} renderRoot={(props) => <Link {...props} to="/knowledge/new/$kind" params={{ kind: one }} />}>{t(`add.${one}`)}</Button>)}
      </Group>
      <OverrideSearch />
      <Group align="flex-end" wrap="wrap">
        <TextInput label={t('search')} size="md" flex="1 1 220px" type="search" value={search} onChange={(event) => { setSearch(event.currentTarget.value); }} />
        <NativeSelect label={t('kind')} size="md" value={kind} data={[{ value: '', label: t('kind.all') }, ...entryKinds.map((value) => ({ value, label: t(`kind.${value}`) }))]} onChange={(event) => { setKind(event.currentTarget.value as EntryKind | ''); }} />
        <NativeSelect label={t('source')} size="md" value={source} data={[{ value: '', label: t('source.all') }, ...entrySources.map((value) => ({ value, label: t(`source.${value}`) }))]} onChange={(event) => { setSource(event.currentTarget.value as EntrySource | ''); }} />
      </Group>
      <EntryList search={wanted} kind={kind} source={source} />
    </Page>
  );
}

/** The way to Cairn's own entries, which are changed where they stand. */
function OverrideSearch() {
  const { t } = useTranslation('knowledge');
  const navigate = useNavigate();
  return (
    <CatalogueSearch
      label={t('override.label')} placeholder={t('override.example')} nothingFound={t('override.none')} queryKey={['knowledge', 'search-to-override']}
      search={async (text, signal) => {
        const asked = { query: { search: text, limit: mostOfKind }, signal };
        const [skills, roles, resources] = await Promise.all([call('GET /skills', asked), call('GET /roles', asked), call('GET /knowledge/resources', asked)]);
        const item = (kind: EntryKind, id: string, name: string, ...more: string[]) => ({ id: `${kind}/${id}`, name, detail: [t(`kind.${kind}`), ...more].join(' · ') });
        return [
          ...skills.items.map(({ id, name }) => item('skill', id, name)), ...roles.items.map(({ id, name }) => item('role', id, name)),
          ...resources.items.map(({ id, title, provider, skills: taught }) => item('resource', id, title, provider, taught.join(', '))),
        ];
      }}
      onChoose={({ id }) => {
        const [kind = 'skill', entryId = ''] = id.split('/');
        void navigate({ to: '/knowledge/entries/$kind/$entryId', params: { kind, entryId } });
      }}
    />
  );
}

function EntryList({ search, kind, source }: { search: string; kind: EntryKind | ''; source: EntrySource | '' }) {
  const { t, i18n } = useTranslation('knowledge');
  const entries = useInfiniteQuery({
    queryKey: ['knowledge', 'entries', search, kind, source],
    queryFn: ({ pageParam, signal }) => call('GET /knowledge/entries', { query: { limit: pageSize, ...(search !== '' && { search }), ...(kind !== '' && { kind }), ...(source !== '' && { source }), ...(pageParam !== null && { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
  if (entries.isPending) return <Stack gap="xs" aria-busy="true">{Array.from({ length: 4 }, (_unused, index) => <Skeleton key={index} height={64} radius="lg" />)}</Stack>;
  const items = entries.data?.pages.flatMap((page) => page.items) ?? [];
  const isFiltered = search !== '' || kind !== '' || source !== '';
  return (
    <Stack gap="xs">
      {entries.isError && <FailureNote failure={entries.error} retry={() => { void entries.refetch(); }} />}
      {entries.isSuccess && items.length === 0 && (isFiltered ? <EmptyState title={t('nothingFound')} why={t('nothingFound.why')} /> : <EmptyState title={t('none')} why={t('none.why')} />)}
      <Stack component="ul" gap="xs" m={0} p={0}>
        {items.map((entry) => (
          <li key={`${entry.kind}/${entry.id}`} style={{ listStyle: 'none' }}>
            <Paper renderRoot={(props) => <Link {...props} to="/knowledge/entries/$kind/$entryId" params={{ kind: entry.kind, entryId: entry.id }} />} withBorder radius="lg" p="md" display="block" c="inherit" td="none">
              <Group justify="space-between" gap="xs" wrap="wrap">
                <Text fw={600} style={{ overflowWrap: 'anywhere' }} miw={0}>{entry.name}</Text>
                <Badge variant="light" tt="none">{t(`source.${entry.source}`)}</Badge>
              </Group>
              <Text size="sm" c="dimmed">{[t(`kind.${entry.kind}`), ...(entry.overrides ? [t('overrides')] : []), formatInstant(entry.updatedAt, i18n.language)].join(' · ')}</Text>
            </Paper>
          </li>
        ))}
      </Stack>
      {entries.hasNextPage && <Group justify="center"><Button variant="default" size="md" loading={entries.isFetchingNextPage} onClick={() => { void entries.fetchNextPage(); }}>{t('more')}</Button></Group>}
    </Stack>
  );
}
