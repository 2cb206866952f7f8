import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** For a college without a model: what it takes to have one, nearest first. */
export function HowToSwitchOn({ isAdmin }: { isAdmin: boolean }) {
  const { t } = useTranslation('language-models');
  return (
    <Stack component="section" gap="xs" aria-labelledby="switch-on-heading" className="cairn-prose">
      <Title order={2} id="switch-on-heading" size="h3">{t('on.title')}</Title>
      <Text>{t('on.local')}</Text>
      <Command>{'sh deploy/ollama/setup.sh'}</Command>
      <Text>{t('on.setting')}</Text>
      <Command>{'CAIRN_LLM_CHAIN=ollama+http://127.0.0.1:11434#cairn-mistral'}</Command>
      <Text>{isAdmin ? t('on.elsewhere') : t('on.elsewhere.staff')}</Text>
    </Stack>
  );
}

function Command({ children }: { children: string }) {
  return <Text component="code" size="sm" p="xs" bg="var(--cairn-surface)" style={{ display: 'block', border: '1px solid var(--mantine-color-default-border)', borderRadius: 8, overflowWrap: 'anywhere' }}>{children}</Text>;
}
