import { Button, Group, Skeleton, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { CatalogueSearch } from '../../ui/catalogue-search.tsx';
import { EvidenceDrawer, type EvidenceSubject } from '../../ui/evidence-drawer.tsx';
import { formatQuantity } from '../../ui/quantities.ts';
import { useReasonWords } from '../../ui/reason-words.ts';
import { FailureNote } from '../../ui/states.tsx';
import { largestLosses } from './read-back-model.ts';
import { readBackQuery, type ReadBackAnswer } from './resume-queries.ts';
import classes from './resume.module.css';

const mostLosses = 3;

/** What an employer's software makes of the file: the score, its parts, and what to mend first. */
export function ReadBack({ resumeId, version }: { resumeId: string; version: number }) {
  const { t, i18n } = useTranslation('resume');
  const [roleId, setRoleId] = useState<string | null>(null);
  const [subject, setSubject] = useState<EvidenceSubject | null>(null);
  const found = useQuery({ ...readBackQuery(resumeId, version, roleId), placeholderData: keepPreviousData });
  const answer = found.data;
  return (
    <Stack component="section" gap="sm" aria-labelledby="read-back-heading">
      <Group justify="space-between" align="baseline">
        <Title order={2} id="read-back-heading">{t('readBack.title')}</Title>
        {answer && <Text fw={600} role="status">{t('readBack.score', { score: formatQuantity(answer.score, i18n.language) })}</Text>}
      </Group>
      <Text size="sm" c="dimmed">{t('readBack.lead')}</Text>
      {found.isPending && <Skeleton height={120} radius="md" />}
      {found.isError && <FailureNote failure={found.error} retry={() => { void found.refetch(); }} />}
      {answer && <Parts answer={answer} onExplain={setSubject} />}
      {answer && <Losses answer={answer} />}
      <Group align="flex-end" gap="xs">
        <CatalogueSearch
          label={t('readBack.role')} placeholder={t('readBack.rolePlaceholder')} nothingFound={t('readBack.roleNone')} queryKey={['roles', 'search']} keepsName
          search={async (text, signal) => (await call('GET /roles', { query: { search: text, limit: 20 }, signal })).items.map(({ id, name, summary }) => ({ id, name, detail: summary }))}
          onChoose={({ id }) => { setRoleId(id); }}
        />
        {roleId !== null && <Button variant="default" mih={44} onClick={() => { setRoleId(null); }}>{t('readBack.withoutRole')}</Button>}
      </Group>
      <EvidenceDrawer subject={subject} onClose={() => { setSubject(null); }} />
    </Stack>
  );
}

function Parts({ answer, onExplain }: { answer: ReadBackAnswer; onExplain: (subject: EvidenceSubject) => void }) {
  const { t, i18n } = useTranslation('resume');
  return (
    <ul className={classes['skills']}>
      {answer.parts.map(({ part, score, reasons }) => {
        const name = part === 'keywords' && answer.role ? t('readBack.forRole', { role: answer.role.name }) : t(`readBack.part.${part}`);
        const value = t('readBack.score', { score: formatQuantity(score, i18n.language) });
        return (
          <li key={part}>
            <UnstyledButton className={classes['skill']} aria-label={t('readBack.why', { part: name, score: formatQuantity(score, i18n.language) })} onClick={() => { onExplain({ title: name, value, reasons }); }}>
              {name} <Text span fw={600} inherit>{formatQuantity(score, i18n.language)}</Text>
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}

function Losses({ answer }: { answer: ReadBackAnswer }) {
  const { t } = useTranslation('resume');
  const words = useReasonWords();
  const losses = largestLosses(answer.parts, mostLosses);
  if (losses.length === 0) return <Text size="sm">{t('readBack.nothing')}</Text>;
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600} id="read-back-losses">{t('readBack.next')}</Text>
      <ul className={classes['losses']} aria-labelledby="read-back-losses">{losses.map(({ what }, index) => <li key={`${what.code}-${String(index)}`}>{words(what)}</li>)}</ul>
    </Stack>
  );
}
