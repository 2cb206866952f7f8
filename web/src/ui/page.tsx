import { Group, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';

interface PageProps {
  title: string;
  /** The answer to "what should I do next?", in a sentence. */
  lead?: ReactNode;
  /** The one primary action of the page. */
  action?: ReactNode;
  /** Pixels. */
  width?: number;
  children: ReactNode;
}

/** One question per page: its title, what to do next, one primary action, then the rest, quieter. */
export function Page({ title, lead, action, width = 960, children }: PageProps) {
  useDocumentTitle(`${title} · Cairn`);
  return (
    <Stack gap="lg" px={{ base: 'md', sm: 'lg' }} py={{ base: 'md', sm: 'xl' }} maw={width} mx="auto" w="100%">
      <Group justify="space-between" align="flex-start" gap="md" wrap="wrap">
        <Stack gap={4} flex="1 1 280px" miw={0}>
          <Title order={1}>{title}</Title>
          {lead && <Text c="dimmed" className="cairn-prose" component="div">{lead}</Text>}
        </Stack>
        {action}
      </Group>
      {children}
    </Stack>
  );
}
