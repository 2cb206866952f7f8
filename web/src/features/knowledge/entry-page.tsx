import { Alert, Badge, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiFailure, call } from '../../lib/api.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Page } from '../../ui/page.tsx';
import { FailureNote, NotOpened } from '../../ui/states.tsx';
import { ResourceFields, RoleFields, SkillFields } from './entry-fields.tsx';
import { emptyEntry, emptyList, idOfName, isEntryKind, nameOf, type Entry, type EntryKind } from './knowledge-model.ts';

export function NewEntryPage() {
  const { kind: asked = 'skill' } = useParams({ strict: false });
  const { t } = useTranslation('knowledge');
  const kind = isEntryKind(asked) ? asked : 'skill';
  return <Page title={t(`new.${kind}`)} lead={t('entry.lead.new')} width={720}><EntryForm key={kind} begun={emptyEntry(kind)} /></Page>;
}

export function EntryPage() {
  const { kind: asked = 'skill', entryId = '' } = useParams({ strict: false });
  return <EntryEditor kind={isEntryKind(asked) ? asked : 'skill'} entryId={entryId} />;
}

export function EntryEditor({ kind, entryId }: { kind: EntryKind; entryId: string }) {
  const { t } = useTranslation('knowledge');
  const read = useQuery({ queryKey: ['knowledge', 'entry', kind, entryId], queryFn: ({ signal }) => call('GET /knowledge/entries/:kind/:entryId', { params: { kind, entryId }, signal }) });
  if (read.isPending) return <Page title={t(`kind.${kind}`)} width={720}><Stack aria-busy="true"><Skeleton height={48} /><Skeleton height={48} /><Skeleton height={120} /></Stack></Page>;
  if (read.isError) {
    const back = <Button component={Link} to="/knowledge" mih={44}>{t('entry.toList')}</Button>;
    return <Page title={t(`kind.${kind}`)} width={720}><NotOpened failure={read.error} retry={() => { void read.refetch(); }} unknown={{ title: t('entry.unknown'), why: t('entry.unknownWhy'), action: back }} /></Page>;
  }
  const { source, cairnsOwn, updatedAt } = read.data;
  // The server checked it by the same shape when it was saved.
  const begun = { kind, entry: read.data.entry } as unknown as Entry;
  return (
    <Page title={nameOf(begun)} lead={t(source === 'cairn' ? 'entry.lead.cairn' : 'entry.lead.own')} width={720} action={<Badge variant="light" tt="none" size="lg">{t(`source.${source}`)}</Badge>}>
      <EntryForm key={`${source} ${updatedAt ?? ''}`} begun={begun} />
      {source !== 'cairn' && <TakeBack entry={begun} hasCairnsOwn={cairnsOwn !== null} />}
    </Page>
  );
}

/** An entry that is new has no id yet. */
export function EntryForm({ begun }: { begun: Entry }) {
  const { t } = useTranslation('knowledge');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [value, setValue] = useState(begun);
  const [hasTried, setHasTried] = useState(false);
  const empty = emptyList(value);
  const save = useMutation({
    mutationFn: () => {
      const entryId = value.entry.id === '' ? idOfName(nameOf(value), crypto.randomUUID().slice(0, 8)) : value.entry.id;
      return call('PUT /knowledge/entries/:kind/:entryId', { params: { kind: value.kind, entryId }, body: { ...value, entry: { ...value.entry, id: entryId } } as Entry });
    },
    onSuccess: async ({ kind, id }) => {
      await Promise.all([queryClient.invalidateQueries({ queryKey: ['knowledge'] }), queryClient.invalidateQueries({ queryKey: ['skills'] })]);
      if (begun.entry.id === '') await navigate({ to: '/knowledge/entries/$kind/$entryId', params: { kind, entryId: id } });
    },
  });
  return (
    <form onSubmit={(event) => { event.preventDefault(); setHasTried(true); if (empty === null) save.mutate(); }}>
      <Stack>
        {value.kind === 'skill' && <SkillFields entry={value.entry} onChange={(entry) => { setValue({ kind: 'skill', entry }); }} />}
        {value.kind === 'role' && <RoleFields entry={value.entry} onChange={(entry) => { setValue({ kind: 'role', entry }); }} />}
        {value.kind === 'resource' && <ResourceFields entry={value.entry} onChange={(entry) => { setValue({ kind: 'resource', entry }); }} />}
        {hasTried && empty !== null && <Text role="alert" size="sm" c="var(--mantine-color-error)">{t('entry.needed', { list: t(empty) })}</Text>}
        {save.isError && <><FailureNote failure={save.error} takesFocus /><Problems failure={save.error} /></>}
        <Group>
          <Button type="submit" size="md" loading={save.isPending}>{t('save')}</Button>
          <Text size="sm" c="dimmed" role="status">{save.isSuccess ? t('saved') : ''}</Text>
        </Group>
      </Stack>
    </form>
  );
}

/** What the server objects to, in its own words: it names entries. */
function Problems({ failure }: { failure: unknown }) {
  const { t } = useTranslation('knowledge');
  const errors = failure instanceof ApiFailure ? (failure.problem.errors ?? []) : [];
  if (errors.length === 0) return null;
  return (
    <Alert color="brick" variant="light" title={t('problems')}>
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>{errors.map(({ path, message }) => <li key={`${path} ${message}`} style={{ overflowWrap: 'anywhere' }}>{path}: {message}</li>)}</ul>
    </Alert>
  );
}

function TakeBack({ entry, hasCairnsOwn }: { entry: Entry; hasCairnsOwn: boolean }) {
  const { t } = useTranslation('knowledge');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => call('DELETE /knowledge/entries/:kind/:entryId', { params: { kind: entry.kind, entryId: entry.entry.id } }),
    onSuccess: async () => {
      setIsAsking(false);
      await navigate({ to: '/knowledge' });
      await queryClient.invalidateQueries({ queryKey: ['knowledge'] });
    },
  });
  return (
    <Group>
      <Button variant="subtle" color="brick" mih={44} onClick={() => { setIsAsking(true); }}>{t('takeBack')}</Button>
      <ConfirmDialog opened={isAsking} title={t('takeBack.title', { name: nameOf(entry) })} confirm={t('takeBack')} isBusy={remove.isPending} failure={remove.error} onConfirm={() => { remove.mutate(); }} onClose={() => { setIsAsking(false); remove.reset(); }}>
        {t(hasCairnsOwn ? 'takeBack.cairn' : 'takeBack.gone')}
      </ConfirmDialog>
    </Group>
  );
}
