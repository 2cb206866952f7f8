import { Button, Group, NativeSelect, Skeleton, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { formatNumber } from '../../lib/format.ts';
import { useMe } from '../../lib/session.ts';
import { Page } from '../../ui/page.tsx';
import { EmptyState, FailureNote } from '../../ui/states.tsx';
import { Invitations } from './invitations.tsx';
import { memberRoles, type MemberRole } from './member-roles.ts';
import { OwnOrganisation } from './own-organisation.tsx';
import { PeopleTable } from './people-table.tsx';

const pageSize = 50;
const pauseMilliseconds = 250;

export function PeoplePage() {
  const { t, i18n } = useTranslation('staff');
  const me = useMe();
  const queryClient = useQueryClient();
  const [search, setSearch] = useState('');
  const [role, setRole] = useState<MemberRole | ''>('');
  const [wanted] = useDebouncedValue(search.trim(), pauseMilliseconds);
  const people = useInfiniteQuery({
    queryKey: ['people', wanted, role],
    queryFn: ({ pageParam, signal }) => call('GET /people', { query: { limit: pageSize, ...(wanted === '' ? {} : { search: wanted }), ...(role === '' ? {} : { role }), ...(pageParam === null ? {} : { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
  const changeRole = useMutation({
    mutationFn: ({ id, to }: { id: string; to: MemberRole }) => call('PATCH /people/:id', { params: { id }, body: { role: to } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['people'] }),
  });
  const found = people.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = people.data?.pages[0]?.total ?? 0;
  return (
    <Page title={t('people.title')} lead={people.data ? t('people.lead', { count: total, total: formatNumber(total, i18n.language) }) : undefined}>
      <Invitations />
      <OwnOrganisation />
      <Group align="flex-end" wrap="wrap">
        <TextInput label={t('people.search')} size="md" flex="1 1 220px" type="search" value={search} onChange={(event) => { setSearch(event.currentTarget.value); }} />
        <NativeSelect label={t('people.role')} size="md" value={role} data={[{ value: '', label: t('people.everyRole') }, ...memberRoles.map((one) => ({ value: one, label: t(`role.${one}`) }))]} onChange={(event) => { setRole(event.currentTarget.value as MemberRole | ''); }} />
      </Group>
      {people.isError && <FailureNote failure={people.error} retry={() => { void people.refetch(); }} />}
      {changeRole.isError && <FailureNote failure={changeRole.error} />}
      {people.isPending && <Stack gap="xs">{Array.from({ length: 6 }, (_unused, index) => <Skeleton key={index} height={48} />)}</Stack>}
      {people.isSuccess && found.length === 0 && <EmptyState title={t('people.none')} why={t('people.none.why')} />}
      {found.length > 0 && <PeopleTable people={found} isBusy={people.isPlaceholderData} mayManage={(person) => me?.role === 'admin' && person.id !== me.id} onRole={(id, to) => { changeRole.mutate({ id, to }); }} />}
      {people.hasNextPage && <Group justify="center"><Button variant="default" size="md" loading={people.isFetchingNextPage} onClick={() => { void people.fetchNextPage(); }}>{t('people.more')}</Button></Group>}
    </Page>
  );
}
