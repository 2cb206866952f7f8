import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import type { AnswerMeta } from '@cairn/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiFailure, call } from '../lib/api.ts';
import { Icon } from './icons.tsx';
import { FailureNote } from './states.tsx';

type Verdict = 'helpful' | 'not-helpful';

/** As long as the contract of POST /ai/feedback allows. */
const longestReason = 500;

/** Under words that a model may have written: whether one did and which, and whether they helped. Cairn's own are said so quietly. */
export function ModelNote({ meta }: { meta: AnswerMeta }) {
  const { t } = useTranslation('common');
  if (meta.provider === null) return <Text size="sm" c="dimmed">{t(ownWords(meta))}</Text>;
  return (
    <Stack gap={4}>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>{t(meta.cached ? 'note.byModel.kept' : 'note.byModel', { model: meta.model })}</Text>
      {meta.callId !== null && <Helped key={meta.callId} callId={meta.callId} />}
    </Stack>
  );
}

function ownWords({ fallbackReason }: AnswerMeta) {
  if (fallbackReason === null || fallbackReason === 'no-model') return 'note.own';
  return fallbackReason === 'over-budget' ? 'note.own.budget' : 'note.own.failed';
}

/** One word on an answer, once; why is asked for and need not be said. */
function Helped({ callId }: { callId: string }) {
  const { t } = useTranslation('common');
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [reason, setReason] = useState('');
  const send = useMutation({
    mutationFn: async (given: Verdict) => {
      try {
        await call('POST /ai/feedback', { body: { callId, verdict: given, ...(reason.trim() !== '' && { reason: reason.trim() }) } });
      } catch (failure) {
        // Said before, perhaps in another tab: it is kept, which is all that was wanted.
        if (!(failure instanceof ApiFailure && failure.code === 'language-models.verdict-given')) throw failure;
      }
    },
  });
  if (send.isSuccess) return <Text size="sm" role="status">{t('note.thanks')}</Text>;
  return (
    <form onSubmit={(event) => {
      event.preventDefault();
      if (verdict !== null) send.mutate(verdict);
    }}>
      <Stack gap="xs" maw={560}>
        <Group gap="xs" role="group" aria-label={t('note.ask')}>
          <Text size="sm" component="span" aria-hidden="true">{t('note.ask')}</Text>
          {(['helpful', 'not-helpful'] as const).map((each) => (
            <Button
              key={each} type="button" size="compact-sm" mih={44} px="sm" variant={verdict === each ? 'light' : 'default'} aria-pressed={verdict === each}
              leftSection={<Icon name={each === 'helpful' ? 'helpful' : 'notHelpful'} size={18} />} onClick={() => { setVerdict(each); }}
            >
              {t(each === 'helpful' ? 'note.helpful' : 'note.notHelpful')}
            </Button>
          ))}
        </Group>
        {verdict !== null && (
          <>
            <Textarea label={t(verdict === 'helpful' ? 'note.why.helpful' : 'note.why.notHelpful')} value={reason} maxLength={longestReason} autosize minRows={2} maxRows={6} size="md" onChange={(event) => { setReason(event.currentTarget.value); }} />
            {send.isError && <FailureNote failure={send.error} />}
            <Group><Button type="submit" variant="default" mih={44} loading={send.isPending}>{t('note.send')}</Button></Group>
          </>
        )}
      </Stack>
    </form>
  );
}
