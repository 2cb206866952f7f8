import { Button, Group, NativeSelect, Skeleton, Stack, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { formatInstant, formatNumber } from '../../lib/format.ts';
import { useMe } from '../../lib/session.ts';
import { Page } from '../../ui/page.tsx';
import { EmptyState, FailureNote } from '../../ui/states.tsx';
import { Invitations } from './invitations.tsx';
import { memberRoles, type MemberRole } from './member-roles.ts';

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
  const mayManage = me?.role === 'admin';
  return (
    <Page title={t('people.title')} lead={people.data ? t('people.lead', { count: total, total: formatNumber(total, i18n.language) }) : undefined}>
      <Invitations />
      <Group align="flex-end" wrap="wrap">
        <TextInput label={t('people.search')} size="md" flex="1 1 220px" type="search" value={search} onChange={(event) => { setSearch(event.currentTarget.value); }} />
        <NativeSelect label={t('people.role')} size="md" value={role} data={[{ value: '', label: t('people.everyRole') }, ...memberRoles.map((one) => ({ value: one, label: t(`role.${one}`) }))]} onChange={(event) => { setRole(event.currentTarget.value as MemberRole | ''); }} />
      </Group>
      {people.isError && <FailureNote failure={people.error} retry={() => { void people.refetch(); }} />}
      {changeRole.isError && <FailureNote failure={changeRole.error} />}
      {people.isPending && <Stack gap="xs">{Array.from({ length: 6 }, (_unused, index) => <Skeleton key={index} height={48} />)}</Stack>}
      {people.isSuccess && found.length === 0 && <EmptyState title={t('people.none')} why={t('people.none.why')} />}
      {found.length > 0 && (
        <Table.ScrollContainer minWidth={560} type="native" tabIndex={0} role="region" aria-label={t('people.title')}>
          <Table verticalSpacing="xs" highlightOnHover>
            <Table.Thead><Table.Tr><Table.Th>{t('people.name')}</Table.Th><Table.Th>{t('people.role')}</Table.Th><Table.Th>{t('people.seen')}</Table.Th></Table.Tr></Table.Thead>
            <Table.Tbody>
              {found.map((person) => (
                <Table.Tr key={person.id}>
                  <Table.Td maw={320}><Text fw={500} lineClamp={2}>{person.name}</Text><Text size="sm" c="dimmed" lineClamp={1}>{person.email}</Text></Table.Td>
                  <Table.Td>
                    {mayManage && person.id !== me.id
                      ? <NativeSelect aria-label={t('people.roleOf', { name: person.name })} size="md" value={person.role} data={memberRoles.map((one) => ({ value: one, label: t(`role.${one}`) }))} onChange={(event) => { changeRole.mutate({ id: person.id, to: event.currentTarget.value as MemberRole }); }} />
                      : t(`role.${person.role}`)}
                  </Table.Td>
                  <Table.Td><Text size="sm" c="dimmed">{person.lastSeenAt === null ? t('people.never') : formatInstant(person.lastSeenAt, i18n.language)}</Text></Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {people.hasNextPage && <Group justify="center"><Button variant="default" size="md" loading={people.isFetchingNextPage} onClick={() => { void people.fetchNextPage(); }}>{t('people.more')}</Button></Group>}
    </Page>
  );
}
