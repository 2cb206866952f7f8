import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { RoadmapAnswer } from '@cairn/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiFailure, call } from '../../lib/api.ts';
import { formatDay } from '../../lib/format.ts';
import { FailureNote } from '../../ui/states.tsx';
import { roadmapQuery } from './roadmap-queries.ts';

type Proof = RoadmapAnswer['proofs'][number];
type Choice = Parameters<typeof call<'POST /roadmaps/:id/proofs/:skillId'>>[1]['body']['choice'];

/** What was proven by answers since the plan was made: to be left out or kept, and to be put back. Nothing of it happens by itself. */
export function ProofOffers({ roadmap }: { roadmap: RoadmapAnswer }) {
  const { t } = useTranslation('roadmap');
  const queryClient = useQueryClient();
  const { queryKey } = roadmapQuery(roadmap.id);
  const choose = useMutation({
    mutationFn: ({ proof: { skillId, level }, choice }: { proof: Proof; choice: Choice }) => call('POST /roadmaps/:id/proofs/:skillId', { params: { id: roadmap.id, skillId }, body: { level, choice } }),
    onSuccess: (after) => {
      queryClient.setQueryData(queryKey, after);
      void queryClient.invalidateQueries({ queryKey: ['roadmaps', 'list'] });
    },
    onError: (failure) => { if (failure instanceof ApiFailure && failure.status === 409) void queryClient.invalidateQueries({ queryKey }); },
  });
  const open = roadmap.proofs.filter(({ state }) => state !== 'left-out');
  const leftOut = roadmap.proofs.filter(({ state }) => state === 'left-out');
  if (roadmap.proofs.length === 0) return null;
  const act = (proof: Proof, choice: Choice) => ({ loading: choose.isPending && choose.variables.proof.skillId === proof.skillId && choose.variables.choice === choice, disabled: choose.isPending, onClick: () => { choose.mutate({ proof, choice }); } });
  return (
    <Stack gap="sm" component="section" aria-label={t('proofs')}>
      {open.map((proof) => <OpenProof key={proof.skillId} proof={proof} act={act} />)}
      {leftOut.map((proof) => (
        <Group key={proof.skillId} gap="xs">
          <Text size="sm" c="dimmed">{t('proof.leftOut', { ...sizeOf(proof), skill: named(t, proof) })}</Text>
          <Button variant="subtle" size="compact-md" mih={44} aria-label={t('proof.putBackName', { skill: proof.name })} {...act(proof, 'put-back')}>{t('proof.putBack')}</Button>
        </Group>
      ))}
      {choose.isError && <FailureNote failure={choose.error} />}
    </Stack>
  );
}

const sizeOf = ({ hours, tasks }: Proof) => ({ hours, count: tasks });
const named = (t: (key: string) => string, { name, level }: Proof): string => `${name} (${t(`common:level.${String(level)}`)})`;

function OpenProof({ proof, act }: { proof: Proof; act: (proof: Proof, choice: Choice) => object }) {
  const { t, i18n } = useTranslation(['roadmap', 'common']);
  const isOffer = proof.state === 'offered';
  const skill = named(t, proof);
  return (
    <Alert color={isOffer ? 'lichen' : 'amber'} variant="light" title={t(isOffer ? 'proof.offered' : 'proof.faded', { skill })}>
      <Stack gap="xs">
        <Text size="sm" c="var(--mantine-color-text)">
          {t(isOffer ? 'proof.offeredWhat' : 'proof.fadedWhat', { ...sizeOf(proof), answers: proof.answers ?? 0, day: proof.provenOn === null ? '' : formatDay(proof.provenOn, i18n.language) })}
        </Text>
        <Group gap="xs">
          {isOffer && <Button variant="default" mih={44} {...act(proof, 'leave-out')}>{t('proof.leaveOut', { hours: proof.hours })}</Button>}
          {isOffer && <Button variant="subtle" color="gray" mih={44} {...act(proof, 'keep')}>{t('proof.keep')}</Button>}
          {!isOffer && <Button component={Link} to="/learn" variant="default" mih={44}>{t('proof.practise')}</Button>}
          {!isOffer && <Button variant="subtle" mih={44} {...act(proof, 'put-back')}>{t('proof.putBack')}</Button>}
          {!isOffer && <Button variant="subtle" color="gray" mih={44} {...act(proof, 'stay-out')}>{t('proof.stayOut')}</Button>}
        </Group>
      </Stack>
    </Alert>
  );
}
