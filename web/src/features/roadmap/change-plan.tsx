import { Button, Group, NumberInput, Stack, Text, Title } from '@mantine/core';
import type { RoadmapAnswer } from '@cairn/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../ui/quantities.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { weeksOf } from './roadmap-model.ts';
import { useReplan } from './roadmap-queries.ts';

export type PlanChange = 'missed' | 'hours';

interface ChangePlanProps {
  roadmap: RoadmapAnswer;
  /** The change that the person is asked to confirm. */
  asking: PlanChange | null;
  onAsk: (change: PlanChange | null) => void;
}

/** When life does not keep to the plan: a week missed, or other hours. What is done stays done. */
export function ChangePlan({ roadmap, asking, onAsk }: ChangePlanProps) {
  const { t, i18n } = useTranslation('roadmap');
  const [hours, setHours] = useState<number | string>(roadmap.hoursPerWeek);
  const [said, setSaid] = useState('');
  const replan = useReplan(roadmap.id, (changed) => {
    onAsk(null);
    const last = weeksOf(changed).at(-1);
    setSaid(changed.version === roadmap.version ? t('change.nothing') : t('change.done', { weeks: changed.totalWeeks, date: last ? formatDate(last.startsOn, i18n.language) : '' }));
  });
  const ask = (kind: PlanChange) => { replan.reset(); setSaid(''); setHours(roadmap.hoursPerWeek); onAsk(kind); };
  if (roadmap.progress.nextTaskId === null) return null;
  return (
    <Stack component="section" gap="xs" aria-labelledby="change-heading">
      <Title order={2} id="change-heading">{t('change.title')}</Title>
      <Group gap="xs">
        <Button variant="default" mih={44} onClick={() => { ask('missed'); }}>{t('change.missed')}</Button>
        <Button variant="default" mih={44} onClick={() => { ask('hours'); }}>{t('change.hours')}</Button>
      </Group>
      <Text size="sm" role="status">{said}</Text>
      <ConfirmDialog opened={asking === 'missed'} isDangerous={false} title={t('change.missedTitle')} confirm={t('change.missedConfirm')} isBusy={replan.isPending} failure={replan.error} onConfirm={() => { replan.mutate({ kind: 'missed-week' }); }} onClose={() => { onAsk(null); }}>
        {t('change.missedWhat')}
      </ConfirmDialog>
      <ConfirmDialog opened={asking === 'hours'} isDangerous={false} title={t('change.hoursTitle')} confirm={t('change.hoursConfirm')} isBusy={replan.isPending} failure={replan.error} onConfirm={() => { if (typeof hours === 'number') replan.mutate({ kind: 'hours', hoursPerWeek: hours }); }} onClose={() => { onAsk(null); }}>
        <Stack gap="sm">
          {t('change.hoursWhat')}
          <NumberInput label={t('form.hours')} value={hours} onChange={setHours} min={1} max={60} allowDecimal={false} clampBehavior="strict" size="md" data-autofocus />
        </Stack>
      </ConfirmDialog>
    </Stack>
  );
}
