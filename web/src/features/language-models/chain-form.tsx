import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import type { LanguageModels } from '@cairn/contracts';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiFailure, call } from '../../lib/api.ts';
import { FailureNote, useFailureWords } from '../../ui/states.tsx';
import { draftsOf, emptyDraft, givenOf, mostProviders, moved, type ProviderDraft } from './chain-draft.ts';
import { ProviderFields } from './provider-fields.tsx';

interface ChainFormProps {
  models: LanguageModels;
  onSaved: (changed: LanguageModels) => void;
  onCancel: () => void;
}

/** The organisation's own chain: the first provider is asked first, the next one when it gives no answer. */
export function ChainForm({ models, onSaved, onCancel }: ChainFormProps) {
  const { t } = useTranslation(['language-models', 'common']);
  const rows = useRef(0);
  const newRow = () => String(rows.current++);
  const [drafts, setDrafts] = useState(() => draftsOf(models, newRow));
  const [dailyTokens, setDailyTokens] = useState(String(models.dailyTokens));
  const save = useMutation({ mutationFn: () => call('PUT /language-models', { body: givenOf(drafts, dailyTokens) }), onSuccess: onSaved });
  const wordsOf = useFailureWords();
  const wrongIndex = save.error instanceof ApiFailure ? save.error.problem.params?.['index'] : undefined;
  const change = (index: number, draft: ProviderDraft) => { setDrafts(drafts.map((each, at) => (at === index ? draft : each))); };
  return (
    <Paper component="section" withBorder radius="lg" p="md" bg="var(--cairn-surface)" aria-labelledby="own-heading">
      <form onSubmit={(event) => { event.preventDefault(); save.mutate(); }}>
        <Stack gap="md">
          <Stack gap={4}>
            <Title order={2} id="own-heading" size="h3">{t('form.title')}</Title>
            <Text size="sm" c="dimmed" className="cairn-prose">{t('form.lead')}</Text>
          </Stack>
          {save.isError && <FailureNote failure={save.error} takesFocus />}
          {drafts.length === 0 && <Text>{t('form.empty')}</Text>}
          {drafts.map((draft, index) => (
            <ProviderFields
              key={draft.row} draft={draft} place={index + 1} of={drafts.length} error={wrongIndex === index ? wordsOf(save.error).title : undefined}
              onChange={(changed) => { change(index, changed); }}
              onMove={(by) => { setDrafts(moved(drafts, index, index + by)); }}
              onRemove={() => { setDrafts(drafts.filter((_, at) => at !== index)); }}
            />
          ))}
          {models.installationOrigins.length > 0 && <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>{t('form.origins', { origins: models.installationOrigins.join(', ') })}</Text>}
          <Group><Button variant="default" mih={44} disabled={drafts.length >= mostProviders} onClick={() => { setDrafts([...drafts, emptyDraft(newRow())]); }}>{t('form.add')}</Button></Group>
          <TextInput label={t('form.dailyTokens')} description={t('form.dailyTokens.hint')} size="md" maw={320} required inputMode="numeric" pattern="\d{1,10}" value={dailyTokens} onChange={(event) => { setDailyTokens(event.currentTarget.value); }} />
          <Group gap="sm">
            <Button type="submit" size="md" mih={44} loading={save.isPending}>{t('form.save')}</Button>
            <Button variant="default" size="md" mih={44} onClick={onCancel}>{t('common:cancel')}</Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
