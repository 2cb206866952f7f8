import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { formatDate } from '../../ui/quantities.ts';
import { FailureNote } from '../../ui/states.tsx';
import { useDurationWords } from './duration.ts';
import { eventsQuery } from './progress-queries.ts';

/** What was logged last, each to be taken back. */
export function LoggedList() {
  const { t, i18n } = useTranslation('progress');
  const duration = useDurationWords();
  const queryClient = useQueryClient();
  const events = useQuery(eventsQuery);
  const erase = useMutation({
    mutationFn: (id: string) => call('DELETE /progress/events/:id', { params: { id } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['progress'] }),
  });
  if (events.isError) return <FailureNote failure={events.error} retry={() => { void events.refetch(); }} />;
  if (!events.data || events.data.items.length === 0) return null;
  return (
    <Stack component="section" gap="xs" aria-labelledby="logged-heading">
      <Title order={2} id="logged-heading">{t('log.list')}</Title>
      {erase.isError && <FailureNote failure={erase.error} />}
      <Stack component="ul" m={0} p={0} gap={0}>
        {events.data.items.map(({ id, day, minutes }) => {
          const [time, date] = [duration(minutes), formatDate(day, i18n.language)];
          return (
            <Group key={id} component="li" justify="space-between" wrap="nowrap" style={{ listStyle: 'none', borderBottom: '1px solid var(--mantine-color-default-border)' }}>
              <Text size="sm">{t('calendar.day', { date, time })}</Text>
              <Button variant="subtle" color="gray" mih={44} aria-label={t('log.eraseOf', { time, date })} onClick={() => { erase.mutate(id); }}>{t('log.erase')}</Button>
            </Group>
          );
        })}
      </Stack>
    </Stack>
  );
}
