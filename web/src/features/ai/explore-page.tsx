import { Button, Group, NumberInput, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { careerFormQuery } from '../../lib/career-form.ts';
import { CatalogueSearch } from '../../ui/catalogue-search.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, FailureNote } from '../../ui/states.tsx';
import { InterviewAhead } from './interview-ahead.tsx';
import { MonthsAhead } from './months-ahead.tsx';
import { SkillsAsked } from './skills-asked.tsx';

const route = getRouteApi('/member/explore');
const usualHours = 10;

export function ExplorePage() {
  const { role, hours } = route.useSearch();
  const navigate = useNavigate();
  const career = useQuery(careerFormQuery);
  const open = (next: { role?: string; hours?: number }) => {
    void navigate({ to: '/explore', search: { ...(role !== undefined && { role }), ...(hours !== undefined && { hours }), ...next }, replace: next.role === undefined });
  };
  return <Explore roleId={role ?? null} hours={hours ?? career.data?.hoursPerWeek ?? usualHours} isReady={!career.isPending} onRole={(id) => { open({ role: id }); }} onHours={(count) => { open({ hours: count }); }} />;
}

interface ExploreProps {
  roleId: string | null;
  hours: number;
  /** Whether it is known how many hours the person has. */
  isReady: boolean;
  onRole: (roleId: string) => void;
  onHours: (hours: number) => void;
}

/** A role looked at before one decides: what it asks for, how long the way is, how its interview goes. */
export function Explore({ roleId, hours, isReady, onRole, onHours }: ExploreProps) {
  const { t } = useTranslation('ai');
  const role = useQuery({ queryKey: ['roles', 'one', roleId], queryFn: ({ signal }) => call('GET /roles/:roleId', { params: { roleId: roleId ?? '' }, signal }), enabled: roleId !== null });
  const goal = useMakeGoal();
  return (
    <Page
      title={role.data?.name ?? t('title')} lead={role.data?.summary ?? t('lead')} width={860}
      action={role.data && <Button size="md" mih={44} loading={goal.isPending} onClick={() => { goal.mutate(role.data.id); }}>{t('makeGoal')}</Button>}
    >
      {goal.isError && <FailureNote failure={goal.error} takesFocus />}
      <Group align="flex-end" gap="md" wrap="wrap">
        <Stack flex="1 1 280px" miw={0} gap={0}>
          <CatalogueSearch
            key={roleId} label={roleId === null ? t('role') : t('role.other')} placeholder={t('role.example')} nothingFound={t('role.none')} queryKey={['roles']}
            search={async (search, signal) => (await call('GET /roles', { query: { search, limit: 20 }, signal })).items.map(({ id, name, summary }) => ({ id, name, detail: summary }))}
            onChoose={({ id }) => { onRole(id); }}
          />
        </Stack>
        {roleId !== null && <Hours hours={hours} onHours={onHours} />}
      </Group>
      {role.isError && <FailureNote failure={role.error} retry={() => { void role.refetch(); }} />}
      {roleId === null && <EmptyState title={t('empty')} why={t('empty.why')} />}
      {role.data && isReady && (
        <Stack gap="xl" key={role.data.id}>
          <SkillsAsked roleId={role.data.id} />
          <MonthsAhead roleId={role.data.id} hours={hours} />
          <InterviewAhead roleId={role.data.id} />
        </Stack>
      )}
    </Page>
  );
}

/** A plan is asked for when the number stands, not at each key. */
function Hours({ hours, onHours }: Pick<ExploreProps, 'hours' | 'onHours'>) {
  const { t } = useTranslation('ai');
  const [typed, setTyped] = useState<number | string>(hours);
  const settle = () => {
    if (typeof typed === 'number' && typed !== hours) onHours(typed);
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); settle(); }}>
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <NumberInput label={t('hours')} value={typed} onChange={setTyped} min={1} max={60} allowDecimal={false} clampBehavior="strict" size="md" w={130} />
        <Button type="submit" variant="default" mih={44} disabled={typed === hours || typeof typed !== 'number'}>{t('hours.plan')}</Button>
      </Group>
    </form>
  );
}

/** The goal is kept, and the way to it planned next. */
function useMakeGoal() {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (roleId: string) => {
      const form = await queryClient.fetchQuery(careerFormQuery);
      const body = { ...form, targetRoleId: roleId };
      await call('PUT /me/career-form', { body });
      queryClient.setQueryData(careerFormQuery.queryKey, body);
      return roleId;
    },
    onSuccess: (roleId) => navigate({ to: '/roadmaps/new', search: { role: roleId } }),
  });
}

