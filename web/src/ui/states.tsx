import { Alert, Button, Center, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiFailure } from '../lib/api.ts';
import { useOnline } from '../lib/use-online.ts';
import { CairnMark } from './cairn-mark.tsx';

/** A skeleton of a page's shape while its code or its data is on the way. */
export function LoadingPage() {
  return (
    <Stack gap="lg" p="md" maw={960} mx="auto" aria-busy="true" data-testid="loading">
      <Skeleton height={32} width="60%" />
      <Skeleton height={16} width="85%" />
      <Skeleton height={180} />
      <Skeleton height={120} />
    </Stack>
  );
}

interface EmptyStateProps {
  title: string;
  /** Why it is empty, in a sentence. */
  why: string;
  /** The one thing to do. */
  action?: ReactNode;
}

export function EmptyState({ title, why, action }: EmptyStateProps) {
  return (
    <Center py="xl">
      <Stack align="center" gap="sm" maw={440} ta="center">
        <CairnMark size={56} stones={0} />
        <Title order={2}>{title}</Title>
        <Text c="dimmed">{why}</Text>
        {action}
      </Stack>
    </Center>
  );
}

/** What happened, in the person's language: the failure's code is the key; an unknown code keeps the server's words. */
export function useFailureWords(): (failure: unknown) => { title: string; next: string } {
  const { t } = useTranslation(['failures', 'common']);
  return (failure) => {
    const code = failure instanceof ApiFailure ? failure.code : 'server.unexpected';
    const problem = failure instanceof ApiFailure ? failure.problem : {};
    const params = { ...problem.params, seconds: failure instanceof ApiFailure ? (failure.retryAfterSeconds ?? 0) : 0 };
    return {
      title: t(`failures:${code}.title`, { defaultValue: problem.title ?? t('failures:server.unexpected.title'), ...params }),
      next: t(`failures:${code}.next`, { defaultValue: problem.next ?? t('failures:server.unexpected.next'), ...params }),
    };
  };
}

interface FailureNoteProps {
  failure: unknown;
  /** What to do again; leaves the button out when there is nothing to try. */
  retry?: (() => void) | undefined;
  /** After something the person did: whoever reads by ear or keyboard goes on from here. */
  takesFocus?: boolean;
}

/** What happened and what to do next, where it happened. */
export function FailureNote({ failure, retry, takesFocus = false }: FailureNoteProps) {
  const { t } = useTranslation('common');
  const words = useFailureWords()(failure);
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) note.current?.focus();
  }, [takesFocus, failure]);
  const requestId = failure instanceof ApiFailure && failure.status >= 500 ? failure.problem.requestId : undefined;
  return (
    <Alert ref={note} tabIndex={-1} color="brick" variant="light" title={words.title} role="alert">
      <Stack gap="xs">
        <Text size="sm" c="var(--mantine-color-text)">{words.next}</Text>
        {requestId && <Text size="xs" c="dimmed">{t('requestId', { requestId })}</Text>}
        {retry && (
          <Group>
            <Button variant="default" size="sm" onClick={retry}>{t('tryAgain')}</Button>
          </Group>
        )}
      </Stack>
    </Alert>
  );
}

interface NotOpenedProps {
  failure: unknown;
  retry: () => void;
  /** What to say when there is no such thing, and the link back to those there are. */
  unknown: Required<EmptyStateProps>;
}

/** In place of the one thing a page is about. Where there is no such thing, trying again is no help: the way back is. */
export function NotOpened({ failure, retry, unknown }: NotOpenedProps) {
  return failure instanceof ApiFailure && failure.status === 404 ? <EmptyState {...unknown} /> : <FailureNote failure={failure} retry={retry} />;
}

/** In place of a page that failed, inside its frame. Loading anew is what helps, and needs a connection. */
export function PageFailure({ error }: { error: unknown }) {
  const { t } = useTranslation('common');
  const isOnline = useOnline();
  useDocumentTitle(`${t('unexpected.title')} · ${t('name')}`);
  return (
    <Stack p={{ base: 'md', sm: 'xl' }} maw={640} mx="auto">
      <Title order={1}>{t('unexpected.title')}</Title>
      <FailureNote failure={error} retry={isOnline ? () => { location.reload(); } : undefined} />
    </Stack>
  );
}
