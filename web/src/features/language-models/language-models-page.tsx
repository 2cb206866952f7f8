import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { LanguageModels } from '@cairn/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { formatNumber } from '../../lib/format.ts';
import { useMe } from '../../lib/session.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, FailureNote } from '../../ui/states.tsx';
import { ChainForm } from './chain-form.tsx';
import { Figures } from './figures.tsx';
import { HowToSwitchOn } from './how-to-switch-on.tsx';
import { ProviderCard } from './provider-card.tsx';

export const languageModelsQuery = { queryKey: ['language-models'], queryFn: ({ signal }: { signal: AbortSignal }) => call('GET /language-models', { signal }) };

/** Which models answer here, whether they do, and how to change that. */
export function LanguageModelsPage() {
  const { t } = useTranslation('language-models');
  const read = useQuery(languageModelsQuery);
  if (read.isPending) return <Page title={t('title')}><Stack aria-busy="true"><Skeleton height={110} /><Skeleton height={220} /></Stack></Page>;
  if (read.isError) return <Page title={t('title')}><FailureNote failure={read.error} retry={() => { void read.refetch(); }} /></Page>;
  return <Chain models={read.data} />;
}

function Chain({ models }: { models: LanguageModels }) {
  const { t } = useTranslation('language-models');
  const queryClient = useQueryClient();
  const isAdmin = useMe()?.role === 'admin';
  const [isChanging, setChanging] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const [said, setSaid] = useState('');
  const opener = useRef<HTMLButtonElement>(null);
  const wasChanging = useRef(false);
  useEffect(() => {
    if (wasChanging.current && !isChanging) opener.current?.focus();
    wasChanging.current = isChanging;
  }, [isChanging]);
  const reset = useMutation({
    mutationFn: () => call('DELETE /language-models'),
    onSuccess: (changed) => {
      queryClient.setQueryData(languageModelsQuery.queryKey, changed);
      setLeaving(false);
      setSaid(t('reset.done'));
    },
  });
  const { source, providers } = models;
  const isOwn = source === 'organisation';
  const hasFigures = !isChanging && (providers.length > 0 || models.lastWeek.calls > 0);
  const open = isAdmin && !isChanging && <Button ref={opener} size="md" mih={44} onClick={() => { setSaid(''); setChanging(true); }}>{isOwn ? t('change') : t('setOwn')}</Button>;
  return (
    <Page title={t('title')} lead={providers.length === 0 ? t('lead.none') : t(`lead.${source}`, { count: providers.length })} action={providers.length > 0 && open}>
      <Text role="status" size="sm" c="dimmed" {...(said === '' && { mb: '-lg' })}>{said}</Text>
      {isChanging && (
        <ChainForm models={models} onCancel={() => { setChanging(false); }} onSaved={(changed) => {
          queryClient.setQueryData(languageModelsQuery.queryKey, changed);
          setSaid(t('saved'));
          setChanging(false);
        }} />
      )}
      {!isChanging && providers.length === 0 && (
        <>
          <EmptyState title={t(isOwn ? 'none.own' : 'none')} why={t('none.why')} action={open} />
          <HowToSwitchOn isAdmin={isAdmin} />
        </>
      )}
      {!isChanging && providers.length > 0 && (
        <Stack component="ol" m={0} p={0} gap="sm" aria-label={t('providers')} style={{ listStyle: 'none' }}>
          {providers.map((provider, index) => <ProviderCard key={`${provider.id ?? ''} ${provider.kind} ${provider.address} ${provider.model}`} provider={provider} index={index} />)}
        </Stack>
      )}
      {!isChanging && isOwn && isAdmin && <Group><Button variant="default" mih={44} onClick={() => { setLeaving(true); }}>{t('reset')}</Button></Group>}
      <ConfirmDialog opened={isLeaving} title={t('reset.title')} confirm={t('reset')} isBusy={reset.isPending} failure={reset.error} onConfirm={() => { reset.mutate(); }} onClose={() => { setLeaving(false); }}>{t('reset.what')}</ConfirmDialog>
      {hasFigures && <Budget models={models} />}
      {hasFigures && <Figures models={models} />}
    </Page>
  );
}

function Budget({ models: { dailyTokens, tokensToday } }: { models: LanguageModels }) {
  const { t, i18n } = useTranslation('language-models');
  const number = (value: number) => formatNumber(value, i18n.language);
  return (
    <Stack component="section" gap={4} aria-labelledby="budget-heading">
      <Title order={2} id="budget-heading" size="h3">{t('budget')}</Title>
      <Text>{t('budget.used', { used: number(tokensToday), daily: number(dailyTokens) })}</Text>
      <Text size="sm" c="dimmed" className="cairn-prose">{tokensToday >= dailyTokens ? t('budget.over') : t('budget.what')}</Text>
    </Stack>
  );
}
