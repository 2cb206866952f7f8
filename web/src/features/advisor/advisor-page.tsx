import { Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { careerFormQuery } from '../../lib/career-form.ts';
import { Icon } from '../../ui/icons.tsx';
import { Page } from '../../ui/page.tsx';
import { FailureNote } from '../../ui/states.tsx';
import { EarlierRuns } from './earlier-runs.tsx';
import { RunView } from './run-view.tsx';
import { Steps } from './steps.tsx';
import { questionOf, useAsk, type Asking, type Question } from './use-ask.ts';

const usualHours = 5;
const starts = ['next', 'ready', 'time'] as const;

/** A question about one's own way, what is looked at for it, and the answer with what to do. */
export function AdvisorPage() {
  const { t } = useTranslation('advisor');
  const { asking, ask, stop } = useAsk();
  return (
    <Page title={t('title')} lead={t('lead')} width={760}>
      <AskForm asking={asking} ask={ask} stop={stop} />
      {asking.state === 'asking' && <Paper withBorder radius="lg" p="md" bg="var(--cairn-surface)"><Steps steps={asking.steps} latest={asking.latest} isGoingOn /></Paper>}
      {asking.state === 'stopped' && <Text role="status" size="sm">{t('stopped')}</Text>}
      {asking.state === 'failed' && <FailureNote failure={asking.failure} takesFocus retry={() => { ask(asking.question); }} />}
      <div aria-live="polite">{asking.state === 'answered' && <RunView run={asking.run} onRole={(roleId) => { ask(questionOf(asking.run, roleId)); }} />}</div>
      <EarlierRuns except={asking.state === 'answered' ? asking.run.id : null} />
    </Page>
  );
}

function AskForm({ asking, ask, stop }: { asking: Asking; ask: (question: Question) => void; stop: () => void }) {
  const { t } = useTranslation('advisor');
  const form = useQuery(careerFormQuery).data;
  const [text, setText] = useState('');
  const hours = form?.hoursPerWeek ?? usualHours;
  const isBusy = asking.state === 'asking';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') ask({ question: text.trim() });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Group gap="xs" role="group" aria-label={t('starts')}>
          {starts.map((kind) => (
            <Button key={kind} variant="default" radius="xl" mih={44} h="auto" py={6} styles={{ label: { whiteSpace: 'normal', lineHeight: 1.4 } }} disabled={isBusy} onClick={() => { ask({ question: t(`start.${kind}`, { hours }), goal: kind, ...(kind === 'time' && { hoursPerWeek: hours }) }); }}>
              {t(`start.${kind}`, { hours })}
            </Button>
          ))}
        </Group>
        <Textarea label={t('question')} description={t('question.hint')} autosize minRows={2} maxRows={8} maxLength={1000} size="md" value={text} onChange={(event) => { setText(event.currentTarget.value); }} />
        <Group>
          {isBusy
            // Each is a button of its own: one that became the other under the pointer would send the question again.
            ? <Button key="stop" type="button" variant="default" size="md" mih={44} leftSection={<Icon name="stop" size={18} />} onClick={stop}>{t('stop')}</Button>
            : <Button key="ask" type="submit" size="md" mih={44} disabled={text.trim() === ''}>{t('ask')}</Button>}
        </Group>
      </Stack>
    </form>
  );
}
