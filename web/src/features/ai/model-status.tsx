import { Button, Group, Loader, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ModelNote } from '../../ui/model-note.tsx';
import type { AiEndpoint, AiState, WordsStep } from './use-ai.ts';

/** Beneath an answer: that a model is writing and how to stop it, or who wrote. Cairn's own answer stands above meanwhile. */
export function ModelStatus<K extends AiEndpoint>({ state: { step, meta, isStopped, stop, askAgain } }: { state: AiState<K> }) {
  const { t } = useTranslation('ai');
  const say = (at: WordsStep): string => {
    switch (at.step) {
      case 'waiting': return t('model.waiting', { place: at.place });
      case 'asking': return t('model.asking', { model: at.model });
      case 'writing': return t('model.writing');
      case 'repairing': return t('model.repairing');
    }
  };
  return (
    <div>
      <div role="status">
        {step !== null && (
          <Group gap="sm">
            <Loader size={16} aria-hidden="true" />
            <Text size="sm">{say(step)}</Text>
          </Group>
        )}
        {isStopped && <Text size="sm" c="dimmed">{t('model.stopped')}</Text>}
      </div>
      {step !== null && <Button variant="default" mih={44} mt="xs" onClick={stop}>{t('model.stop')}</Button>}
      {isStopped && <Button variant="default" mih={44} mt="xs" onClick={askAgain}>{t('model.askAgain')}</Button>}
      {meta !== null && <ModelNote meta={meta} />}
    </div>
  );
}
