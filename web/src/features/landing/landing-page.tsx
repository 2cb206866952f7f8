import { Box, Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Trail } from './trail.tsx';

const steps = ['resume', 'gap', 'roadmap'] as const;
const readers = ['student', 'college', 'developer'] as const;

/** What Cairn does, in the words of somebody who has a resume and a job in mind. */
export function LandingPage() {
  const { t } = useTranslation('landing');
  useDocumentTitle(t('documentTitle'));
  return (
    <Stack gap={56} px={{ base: 'md', sm: 'lg' }} pt={{ base: 'lg', sm: 48 }} pb={80} maw={1120} mx="auto">
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" verticalSpacing="lg">
        <Stack gap="md" justify="center">
          <Title order={1} fz={{ base: 32, sm: 40 }} lh={1.15}>{t('title')}</Title>
          <Text size="lg" c="dimmed" maw="56ch">{t('lead')}</Text>
          <Group gap="sm" mt="xs">
            <Button component={Link} to="/sign-up" size="lg">{t('start')}</Button>
            <Button component={Link} to="/sign-in" size="lg" variant="default">{t('signIn')}</Button>
          </Group>
          <Text size="sm" c="dimmed">{t('noModel')}</Text>
        </Stack>
        <Trail labels={[t('trail.resume'), t('trail.gap'), t('trail.roadmap'), t('trail.work')]} description={t('trail.description')} />
      </SimpleGrid>

      <Box component="section" aria-labelledby="how">
        <Title order={2} id="how" mb="md">{t('how.title')}</Title>
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="lg" component="ol" m={0} p={0}>
          {steps.map((step, index) => (
            <Stack key={step} component="li" gap={6} style={{ listStyle: 'none' }} pt="md" bd="0">
              <Text fw={650} c="var(--cairn-match)">{t('how.step', { number: index + 1 })}</Text>
              <Title order={3}>{t(`how.${step}.title`)}</Title>
              <Text c="dimmed">{t(`how.${step}.text`)}</Text>
            </Stack>
          ))}
        </SimpleGrid>
      </Box>

      <Box component="section" aria-labelledby="promises">
        <Title order={2} id="promises" mb="md">{t('promises.title')}</Title>
        <Stack gap="sm" className="cairn-prose" component="ul" m={0} ps="lg">
          {(['same', 'reasons', 'invented', 'yours'] as const).map((promise) => (
            <li key={promise}><Text component="span" fw={600}>{t(`promises.${promise}.title`)}</Text>{' '}<Text component="span" c="dimmed">{t(`promises.${promise}.text`)}</Text></li>
          ))}
        </Stack>
      </Box>

      <Box component="section" aria-labelledby="readers">
        <Title order={2} id="readers" mb="md">{t('readers.title')}</Title>
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="lg">
          {readers.map((reader) => (
            <Stack key={reader} gap={4} p="md" style={{ border: '1px solid var(--mantine-color-default-border)', borderRadius: 8 }} bg="var(--cairn-surface)">
              <Title order={3}>{t(`readers.${reader}.title`)}</Title>
              <Text c="dimmed" size="sm">{t(`readers.${reader}.text`)}</Text>
            </Stack>
          ))}
        </SimpleGrid>
      </Box>
    </Stack>
  );
}
