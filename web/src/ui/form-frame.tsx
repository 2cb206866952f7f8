import { Paper, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';

interface FormFrameProps {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  /** What stands under the form: the way to its neighbours. */
  foot?: ReactNode;
}

/** A single form in the middle of a quiet page. */
export function FormFrame({ title, lead, children, foot }: FormFrameProps) {
  useDocumentTitle(`${title} · Cairn`);
  return (
    <Stack maw={440} mx="auto" px="md" py={{ base: 'lg', sm: 'xl' }} gap="md">
      <Stack gap={4}>
        <Title order={1}>{title}</Title>
        {lead && <Text c="dimmed" component="div">{lead}</Text>}
      </Stack>
      <Paper withBorder p={{ base: 'md', sm: 'lg' }} bg="var(--cairn-surface)">
        {children}
      </Paper>
      {foot && <Text size="sm" component="div">{foot}</Text>}
    </Stack>
  );
}
