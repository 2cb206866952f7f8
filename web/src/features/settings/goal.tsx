import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** What was said on arrival can be said anew. */
export function Goal() {
  const { t } = useTranslation('settings');
  return (
    <Stack component="section" gap="xs" aria-labelledby="goal">
      <Title order={2} id="goal">{t('goal.title')}</Title>
      <Text size="sm" c="dimmed">{t('goal.why')}</Text>
      <Group><Button component={Link} to="/welcome" variant="default" mih={44}>{t('goal.change')}</Button></Group>
    </Stack>
  );
}
