import type { DailyRhythm } from '@cairn/contracts';
import { Button, Checkbox, Group, NumberInput, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { FailureNote } from '../../ui/states.tsx';
import classes from './daily-plan.module.css';
import { rhythmQuery } from './daily-plan-queries.ts';

/** The minutes of each weekday, and whether the plan comes by mail. */
export function RhythmForm() {
  const { t } = useTranslation('daily-plans');
  const rhythm = useQuery(rhythmQuery);
  return (
    <Stack component="section" gap="xs" aria-labelledby="rhythm">
      <Title order={2} id="rhythm">{t('rhythm.title')}</Title>
      <Text size="sm" c="dimmed">{t('rhythm.why')}</Text>
      {rhythm.isPending && <Skeleton height={160} />}
      {rhythm.isError && <FailureNote failure={rhythm.error} retry={() => { void rhythm.refetch(); }} />}
      {rhythm.data && <Fields rhythm={rhythm.data} usual={rhythm.data.usual} />}
    </Stack>
  );
}

const mostMinutes = 600;

function Fields({ rhythm, usual }: { rhythm: DailyRhythm; usual: number[] }) {
  const { t, i18n } = useTranslation('daily-plans');
  const queryClient = useQueryClient();
  const [minutes, setMinutes] = useState<(number | string)[]>(rhythm.minutesByWeekday ?? usual);
  const [mailed, setMailed] = useState(rhythm.mailed);
  const save = useMutation({
    mutationFn: (body: DailyRhythm) => call('PUT /daily-plans/rhythm', { body }),
    onSuccess: (saved) => { queryClient.setQueryData(rhythmQuery.queryKey, { ...saved, usual }); },
  });
  const chosen = minutes.map(Number);
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' });
  return (
    <form onSubmit={(event) => { event.preventDefault(); save.mutate({ minutesByWeekday: chosen.every((value, index) => value === usual[index]) ? null : chosen, mailed }); }}>
      <Stack gap="sm">
        <div className={classes['week']}>
          {minutes.map((value, index) => (
            // 5 January 1970 was a Monday.
            <NumberInput key={index} label={weekday.format(Date.UTC(1970, 0, 5 + index))} value={value} min={0} max={mostMinutes} step={5} allowDecimal={false} clampBehavior="blur" required onChange={(next) => { setMinutes(minutes.with(index, next)); }} />
          ))}
        </div>
        <Checkbox size="md" label={t('rhythm.mailed')} checked={mailed} onChange={(event) => { setMailed(event.currentTarget.checked); }} />
        <Group gap="sm">
          <Button type="submit" variant="default" mih={44} loading={save.isPending}>{t('rhythm.save')}</Button>
          <Text role="status" size="sm">{save.isSuccess ? t('rhythm.saved') : ''}</Text>
        </Group>
        {save.isError && <FailureNote failure={save.error} />}
      </Stack>
    </form>
  );
}
