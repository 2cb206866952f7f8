import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { careerFormQuery } from '../../lib/career-form.ts';
import { meQuery } from '../../lib/session.ts';
import { Page } from '../../ui/page.tsx';
import { FailureNote, LoadingPage } from '../../ui/states.tsx';
import { GoalStep } from './goal-step.tsx';
import { ResumeStep } from './resume-step.tsx';
import { TimeStep } from './time-step.tsx';
import { useSaveCareerForm } from './career-form.ts';

const steps = ['resume', 'goal', 'time'] as const;

/** Three short steps, each of which may be left out; what is filled in is saved as it goes. */
export function OnboardingPage() {
  const { t } = useTranslation('onboarding');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [at, setAt] = useState(0);
  const form = useQuery(careerFormQuery);
  const save = useSaveCareerForm();
  const finish = useMutation({
    mutationFn: () => call('PATCH /me', { body: { onboarded: true } }),
    onSuccess: async (me) => {
      queryClient.setQueryData(meQuery.queryKey, me);
      await navigate({ to: '/dashboard' });
    },
  });
  if (form.isPending) return <LoadingPage />;
  if (form.isError) return <Page title={t('title')}><FailureNote failure={form.error} retry={() => { void form.refetch(); }} /></Page>;

  const step = steps[at] ?? 'resume';
  const isLast = at === steps.length - 1;
  const go = () => { if (isLast) finish.mutate(); else setAt(at + 1); };
  return (
    <Page title={t(`${step}.title`)} lead={t(`${step}.lead`)} width={640}>
      <Text size="sm" c="dimmed">{t('step', { at: at + 1, of: steps.length })}</Text>
      {step === 'resume' && <ResumeStep />}
      {step === 'goal' && <GoalStep form={form.data} onChange={save.mutate} />}
      {step === 'time' && <TimeStep form={form.data} onChange={save.mutate} />}
      {save.isError && <FailureNote failure={save.error} />}
      {finish.isError && <FailureNote failure={finish.error} retry={() => { finish.mutate(); }} />}
      <Stack gap={4}>
        <Group justify="space-between">
          <Button variant="default" size="md" disabled={at === 0} onClick={() => { setAt(at - 1); }}>{t('back')}</Button>
          <Button size="md" loading={finish.isPending || save.isPending} onClick={go}>{isLast ? t('finish') : t('next')}</Button>
        </Group>
        <Text size="sm" c="dimmed">{t('skippable')}</Text>
      </Stack>
    </Page>
  );
}
