import { Button, Group, Loader, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from './icons.tsx';

interface ModelWaitProps {
  /** As the server told it last; null before a model is asked. */
  latest: { readonly step: string; readonly place?: number } | null;
  onStop: () => void;
}

/** While a language model is waited for: the place in its line, or that it writes, and a way to end it. Without a model it is gone at once. */
export function ModelWait({ latest, onStop }: ModelWaitProps) {
  const { t } = useTranslation('common');
  const isWriting = latest?.step === 'asking' || latest?.step === 'writing' || latest?.step === 'repairing';
  return (
    <Group gap="sm">
      <Group gap="xs" wrap="nowrap" role="status">
        <Loader size={16} aria-hidden="true" />
        <Text size="sm" c="dimmed">{latest?.step === 'waiting' ? t('wait.place', { place: latest.place }) : t(isWriting ? 'wait.writing' : 'wait.looking')}</Text>
      </Group>
      {latest !== null && <Button variant="default" mih={44} leftSection={<Icon name="stop" size={18} />} onClick={onStop}>{t('wait.stop')}</Button>}
    </Group>
  );
}
