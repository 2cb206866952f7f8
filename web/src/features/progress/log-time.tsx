import { Button, Group, NumberInput, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import type { ProgressEvent } from '@cairn/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { CatalogueSearch, type CatalogueItem } from '../../ui/catalogue-search.tsx';
import { FailureNote } from '../../ui/states.tsx';
import { UndoBar } from '../../ui/undo-bar.tsx';
import { useDurationWords } from './duration.ts';

const usualMinutes = 30;
const mostMinutes = 960;
const dayMilliseconds = 86_400_000;
const oldestDays = 365;

/** Time that was learned elsewhere. `today` is the person's own day, 'YYYY-MM-DD'. */
export function LogTime({ today }: { today: string }) {
  const { t } = useTranslation(['progress', 'reasons']);
  const duration = useDurationWords();
  const queryClient = useQueryClient();
  const [minutes, setMinutes] = useState<number | string>(usualMinutes);
  const [day, setDay] = useState(today);
  const [skill, setSkill] = useState<CatalogueItem | null>(null);
  const [logged, setLogged] = useState<ProgressEvent | null>(null);
  const changed = () => queryClient.invalidateQueries({ queryKey: ['progress'] });
  const log = useMutation({
    mutationFn: () => call('POST /progress/events', { body: { minutes: Number(minutes), day, skillId: skill?.id ?? null } }),
    onSuccess: async (event) => {
      setLogged(event);
      setSkill(null);
      await changed();
    },
  });
  const undo = useMutation({
    mutationFn: (id: string) => call('DELETE /progress/events/:id', { params: { id } }),
    onSuccess: async () => {
      setLogged(null);
      await changed();
    },
  });
  const gone = useCallback(() => { setLogged(null); }, []);
  const oldest = new Date(Date.parse(today) - oldestDays * dayMilliseconds).toISOString().slice(0, 10);
  const isValid = typeof minutes === 'number' && minutes >= 1 && minutes <= mostMinutes && day >= oldest && day <= today;
  return (
    <Paper component="section" id="log" withBorder radius="lg" p={{ base: 'md', sm: 'lg' }} bg="var(--cairn-surface)" aria-labelledby="log-heading">
      <form onSubmit={(event) => { event.preventDefault(); if (isValid) log.mutate(); }}>
        <Stack gap="sm">
          <Title order={2} id="log-heading">{t('log.title')}</Title>
          <Text size="sm" c="dimmed" className="cairn-prose">{t('log.why')}</Text>
          <Group align="flex-end" wrap="wrap" gap="sm">
            <NumberInput label={t('log.minutes')} value={minutes} onChange={setMinutes} min={1} max={mostMinutes} step={5} allowDecimal={false} allowNegative={false} size="md" w={120} required />
            <TextInput type="date" label={t('log.day')} value={day} min={oldest} max={today} onChange={(event) => { setDay(event.currentTarget.value); }} size="md" w={170} required />
          </Group>
          <CatalogueSearch
            label={t('log.skill')} placeholder={t('log.skill.example')} nothingFound={t('log.skill.none')} queryKey={['skills', 'search']} onChoose={setSkill}
            search={async (search, signal) => (await call('GET /skills', { query: { search, limit: 20 }, signal })).items.map(({ id, name, category }) => ({ id, name, detail: t(`reasons:category.${category}`) }))}
          />
          {skill && <Text size="sm">{t('log.skill.chosen', { skill: skill.name })}</Text>}
          <Group><Button type="submit" size="md" mih={44} loading={log.isPending} disabled={!isValid}>{t('log.action')}</Button></Group>
          {log.isError && <FailureNote failure={log.error} takesFocus />}
          {undo.isError && <FailureNote failure={undo.error} takesFocus />}
        </Stack>
      </form>
      <UndoBar message={logged && t('log.done', { time: duration(logged.minutes) })} undo={t('log.undo')} onUndo={() => { if (logged) undo.mutate(logged.id); }} onGone={gone} />
    </Paper>
  );
}
