import { Button, Checkbox, Group, Modal, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { useReasonWords } from '../../ui/reason-words.ts';
import { FailureNote } from '../../ui/states.tsx';
import '../../ui/style-nonce.ts';
import { useReplan } from './roadmap-queries.ts';

interface SelfCheckDialogProps {
  roadmapId: string;
  skillId: string;
  onClose: () => void;
}

/** "I can do this already": every statement must be true before a skill leaves the plan. */
export function SelfCheckDialog({ roadmapId, skillId, onClose }: SelfCheckDialogProps) {
  const { t } = useTranslation(['roadmap', 'common']);
  const words = useReasonWords();
  const [affirmed, setAffirmed] = useState<ReadonlySet<number>>(new Set());
  const check = useQuery({ queryKey: ['roadmaps', 'self-check', roadmapId, skillId], queryFn: ({ signal }) => call('GET /roadmaps/:id/self-check/:skillId', { params: { id: roadmapId, skillId }, signal }) });
  const replan = useReplan(roadmapId, onClose);
  const statements = check.data?.statements ?? [];
  const isWhole = statements.length > 0 && statements.every((_statement, index) => affirmed.has(index));
  const skip = () => { if (check.data && isWhole) replan.mutate({ kind: 'skip-skill', skillId, level: check.data.level, affirmed: statements.map(() => true) }); };
  return (
    <Modal opened onClose={onClose} title={t('selfCheck.title', { skill: check.data?.name ?? '' })} closeButtonProps={{ 'aria-label': t('common:close') }} attributes={{ header: { role: 'presentation' } }} size="lg">
      <Stack gap="md">
        <Text>{t('selfCheck.hint')}</Text>
        {check.isPending && <Skeleton height={88} />}
        {check.isError && <FailureNote failure={check.error} retry={() => { void check.refetch(); }} />}
        {statements.map((statement, index) => (
          <Checkbox
            key={statement.level} size="md" checked={affirmed.has(index)} label={statement.text ?? words(statement.what)}
            description={t(`common:level.${String(statement.level)}`)}
            onChange={(event) => {
              const next = new Set(affirmed);
              if (event.currentTarget.checked) next.add(index);
              else next.delete(index);
              setAffirmed(next);
            }}
          />
        ))}
        {replan.isError && <FailureNote failure={replan.error} />}
        <Group justify="flex-end">
          <Button variant="default" mih={44} onClick={onClose}>{t('selfCheck.keep')}</Button>
          <Button mih={44} disabled={!isWhole} loading={replan.isPending} onClick={skip}>{t('selfCheck.skip')}</Button>
        </Group>
        {!isWhole && statements.length > 0 && <Text size="sm" c="dimmed" ta="right">{t('selfCheck.notYet')}</Text>}
      </Stack>
    </Modal>
  );
}
