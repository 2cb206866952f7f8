import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import type { Api, LanguageModels } from '@cairn/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { formatNumber } from '../../lib/format.ts';
import { FailureNote } from '../../ui/states.tsx';

type Provider = LanguageModels['providers'][number];
type Result = Api['POST /language-models/test']['answer'];

/** One provider: what it is, how it stands, and a question put to it at once. */
export function ProviderCard({ provider, index }: { provider: Provider; index: number }) {
  const { t } = useTranslation('language-models');
  const queryClient = useQueryClient();
  const { kind, model, address, state } = provider;
  const name = t('card.name', { place: index + 1, model });
  const test = useMutation({
    mutationFn: () => call('POST /language-models/test', { body: { index } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['language-models'] }),
  });
  return (
    <Paper component="li" withBorder radius="lg" p="md" bg="var(--cairn-surface)">
      <Group justify="space-between" align="flex-start" gap="sm" wrap="wrap">
        <Stack gap={2} flex="1 1 260px" miw={0}>
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>{name}</Text>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>{t(`kind.${kind}`)}{' · '}{address}</Text>
          <Text size="sm" c={state === 'open' ? 'var(--mantine-color-text)' : 'dimmed'} fw={state === 'open' ? 600 : 400}>{t(`state.${state}`)}</Text>
          <Text size="sm" c="dimmed">{facts(provider)}</Text>
        </Stack>
        <Button variant="default" mih={44} loading={test.isPending} aria-label={t('test.of', { name })} onClick={() => { test.mutate(); }}>{t('test')}</Button>
      </Group>
      <div role="status">
        {test.isPending && <Text size="sm" mt="sm">{provider.local ? t('test.waiting.local') : t('test.waiting')}</Text>}
        {test.isSuccess && <TestResult result={test.data} />}
      </div>
      {test.isError && <FailureNote failure={test.error} />}
    </Paper>
  );

  function facts({ local, hasKey, timeoutSeconds, atOnce }: Provider): string {
    return [t(local ? 'card.local' : 'card.outside'), t(hasKey ? 'card.key' : 'card.noKey'), t('card.timeout', { count: timeoutSeconds }), t('card.atOnce', { count: atOnce })].join(' · ');
  }
}

function TestResult({ result: { answered, latencyMs, inputTokens, outputTokens, failure } }: { result: Result }) {
  const { t, i18n } = useTranslation('language-models');
  // Rounded up: nothing takes no time.
  const seconds = formatNumber(Math.ceil(latencyMs / 100) / 10, i18n.language, 1);
  if (answered) return <Text size="sm" mt="sm">{t('test.answered', { seconds, count: inputTokens + outputTokens })}</Text>;
  return (
    <Stack gap={2} mt="sm">
      <Text size="sm" fw={600}>{t('test.failed', { seconds, why: t(`failure.${failure ?? 'unreachable'}`) })}</Text>
      <Text size="sm">{t(`next.${failure ?? 'unreachable'}`)}</Text>
    </Stack>
  );
}
