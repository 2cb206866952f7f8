import { Stack } from '@mantine/core';
import type { Api } from '@cairn/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiFailure, call } from '../../lib/api.ts';
import { careerFormQuery } from '../../lib/career-form.ts';
import type { CatalogueItem } from '../../ui/catalogue-search.tsx';
import { Page } from '../../ui/page.tsx';
import { FailureNote, LoadingPage } from '../../ui/states.tsx';
import type { Assumptions } from './assumed-role.tsx';
import { ImpossiblePlan } from './impossible-plan.tsx';
import { impossiblePlanOf, type PlanBody } from './impossible-plan-model.ts';
import { NewRoadmapForm } from './new-roadmap-form.tsx';
import { roadmapQuery } from './roadmap-queries.ts';

export type CareerForm = Api['GET /me/career-form']['answer'];

const route = getRouteApi('/member/roadmaps/new');

export function NewRoadmapPage() {
  const { t } = useTranslation('roadmap');
  const { gap, role: askedRoleId } = route.useSearch();
  const career = useQuery(careerFormQuery);
  const roleId = askedRoleId ?? career.data?.targetRoleId;
  const assumptions = useQuery({ queryKey: ['roadmaps', 'assumptions'], queryFn: ({ signal }) => call('GET /roadmaps/assumptions', { signal }), staleTime: 0 });
  const role = useQuery({
    queryKey: ['roles', 'one', roleId],
    queryFn: ({ signal }) => call('GET /roles/:roleId', { params: { roleId: roleId ?? '' }, signal }),
    enabled: gap === undefined && typeof roleId === 'string',
  });
  if (career.isPending || assumptions.isPending || role.isLoading) return <LoadingPage />;
  const { id, name } = role.data ?? {};
  return (
    <Page title={t('new.title')} lead={t('new.lead')} width={680}>
      <PlanMaker gapId={gap ?? null} career={career.data ?? null} assumptions={assumptions.data ?? null} role={id !== undefined && name !== undefined ? { id, name } : null} />
    </Page>
  );
}

interface PlanMakerProps {
  gapId: string | null;
  career: CareerForm | null;
  role: CatalogueItem | null;
  assumptions: Assumptions | null;
}

export function PlanMaker({ gapId, career, role, assumptions }: PlanMakerProps) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const answerAt = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<PlanBody | null>(null);
  const plan = useMutation({
    mutationFn: (body: PlanBody) => call('POST /roadmaps', { body }),
    onSuccess: async (roadmap) => {
      queryClient.setQueryData(roadmapQuery(roadmap.id).queryKey, roadmap);
      void queryClient.invalidateQueries({ queryKey: ['roadmaps', 'list'] });
      await navigate({ to: '/roadmaps/$roadmapId', params: { roadmapId: roadmap.id } });
    },
  });
  const impossible = plan.error instanceof ApiFailure ? impossiblePlanOf(plan.error) : null;
  useEffect(() => {
    if (plan.isError) answerAt.current?.scrollIntoView({ block: 'nearest' });
  }, [plan.isError]);
  const make = (body: PlanBody) => {
    setAsked(body);
    plan.mutate(body);
  };
  return (
    <Stack gap="lg">
      <NewRoadmapForm gapId={gapId} career={career} role={role} assumptions={assumptions} isBusy={plan.isPending} onPlan={make} />
      <div ref={answerAt} role="status">
        {impossible && asked && <ImpossiblePlan impossible={impossible} asked={asked} isBusy={plan.isPending} onChoose={make} />}
        {plan.isError && !impossible && <FailureNote failure={plan.error} />}
      </div>
    </Stack>
  );
}
