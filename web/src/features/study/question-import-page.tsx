import type { QuestionImportDetails } from '@cairn/contracts';
import { Badge, Button, Code, Group, Loader, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiFailure, call } from '../../lib/api.ts';
import { formatNumber } from '../../lib/format.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Page } from '../../ui/page.tsx';
import { FailureNote, NotOpened, useFailureWords } from '../../ui/states.tsx';

const pageSize = 25;
/** While a file is read, for a page that the live socket does not reach. */
const askAgainMilliseconds = 3000;
const counts = ['rows', 'added', 'changed', 'unchanged', 'refused'] as const;

export function QuestionImportPage() {
  const { importId = '' } = useParams({ strict: false });
  return <QuestionImportView importId={importId} />;
}

export function QuestionImportView({ importId }: { importId: string }) {
  const { t, i18n } = useTranslation('questions');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [asks, setAsks] = useState<'discard' | 'retire' | null>(null);
  const read = useInfiniteQuery({
    queryKey: ['question-imports', 'one', importId],
    queryFn: ({ pageParam, signal }) => call('GET /questions/imports/:id', { params: { id: importId }, query: { limit: pageSize, ...(pageParam !== null && { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ questions }) => questions.nextCursor,
    refetchInterval: ({ state }) => (state.data?.pages[0]?.state === 'reading' ? askAgainMilliseconds : false),
  });
  const again = () => queryClient.invalidateQueries({ queryKey: ['question-imports'] });
  const apply = useMutation({ mutationFn: () => call('POST /questions/imports/:id/apply', { params: { id: importId } }), onSettled: again });
  const retire = useMutation({ mutationFn: () => call('POST /questions/imports/:id/retire', { params: { id: importId } }), onSuccess: () => { setAsks(null); }, onSettled: again });
  const discard = useMutation({ mutationFn: () => call('DELETE /questions/imports/:id', { params: { id: importId } }), onSuccess: async () => { await navigate({ to: '/staff/questions' }); await queryClient.invalidateQueries({ queryKey: ['question-imports', 'list'] }); } });
  const found = read.data?.pages[0];
  const back = <Button component={Link} to="/staff/questions" mih={44}>{t('toList')}</Button>;
  if (found === undefined) return <Page title={t('title')}>{read.isError ? <NotOpened failure={read.error} retry={() => { void read.refetch(); }} unknown={{ title: t('unknown'), why: t('unknown.why'), action: back }} /> : <Stack aria-busy="true"><Skeleton height={80} /><Skeleton height={200} /></Stack>}</Page>;
  const { state, fileName, summary, failure, errors } = found;
  const questions = read.data?.pages.flatMap((page) => page.questions.items) ?? [];
  const isOpen = state === 'proposed' || state === 'failed' || state === 'reading';
  const asking = asks === 'retire' ? retire : discard;
  return (
    <Page
      title={fileName} lead={t(`lead.${state}`)} width={860}
      action={(
        <Group>
          {state === 'proposed' && <Button size="md" loading={apply.isPending} disabled={found.questions.total === 0} onClick={() => { apply.mutate(); }}>{t('apply', { count: found.questions.total, questions: formatNumber(found.questions.total, i18n.language) })}</Button>}
          {isOpen && <Button variant="default" size="md" onClick={() => { setAsks('discard'); }}>{t('discard')}</Button>}
          {state === 'applied' && <Button variant="default" size="md" onClick={() => { setAsks('retire'); }}>{t('retire')}</Button>}
        </Group>
      )}
    >
      <div role="status">{state === 'reading' && <Loader size={32} type="dots" aria-label={t('state.reading')} />}</div>
      {apply.isError && <FailureNote failure={apply.error} takesFocus />}
      {failure !== null && <WhyFailed failure={failure} />}
      {summary !== null && (
        <>
          <Group component="dl" m={0} gap="lg" wrap="wrap">
            {counts.map((count) => <div key={count}><Text component="dt" size="sm" c="dimmed">{t(`count.${count}`)}</Text><Text component="dd" m={0} fw={600} size="xl">{formatNumber(summary[count], i18n.language)}</Text></div>)}
          </Group>
          {summary.countsFrom !== null && <Text size="sm" c="dimmed">{t(summary.countsFrom === 0 ? 'counted.zero' : 'counted.one')}</Text>}
          {summary.isOldEncoding && <Text size="sm" c="dimmed">{t('oldEncoding')}</Text>}
          {summary.bySkill.length > 0 && <Text size="sm">{summary.bySkill.map(({ skillName, questions: number }) => `${skillName}: ${formatNumber(number, i18n.language)}`).join(' · ')}</Text>}
        </>
      )}
      {errors.length > 0 && <Errors errors={errors} all={summary?.refused ?? errors.length} />}
      {questions.length > 0 && (
        <Stack component="section" gap="xs" aria-labelledby="questions-heading">
          <Title order={2} id="questions-heading">{t('questions')}</Title>
          <Stack component="ul" m={0} p={0} gap={0}>{questions.map((question) => <Proposed key={question.line} question={question} />)}</Stack>
          {read.hasNextPage && <Group justify="center"><Button variant="default" size="md" loading={read.isFetchingNextPage} onClick={() => { void read.fetchNextPage(); }}>{t('more')}</Button></Group>}
        </Stack>
      )}
      <ConfirmDialog opened={asks !== null} title={t(asks === 'retire' ? 'retire.title' : 'discard.title')} confirm={t(asks === 'retire' ? 'retire' : 'discard')} isBusy={asking.isPending} failure={asking.error} onConfirm={() => { asking.mutate(); }} onClose={() => { setAsks(null); asking.reset(); }}>{t(asks === 'retire' ? 'retire.what' : 'discard.what')}</ConfirmDialog>
    </Page>
  );
}

function WhyFailed({ failure: { code, line } }: { failure: { code: string; line: number | null } }) {
  const { t } = useTranslation('questions');
  const { title, next } = useFailureWords()(new ApiFailure(422, { code }, null));
  return <Stack gap={4} role="alert"><Text fw={600}>{title}</Text><Text size="sm">{[...(line === null ? [] : [t('atLine', { line })]), next].join(' ')}</Text></Stack>;
}

function Errors({ errors, all }: { errors: QuestionImportDetails['errors']; all: number }) {
  const { t, i18n } = useTranslation('questions');
  return (
    <Stack component="section" gap="xs" aria-labelledby="errors-heading">
      <Title order={2} id="errors-heading">{t('errors')}</Title>
      {all > errors.length && <Text size="sm" c="dimmed">{t('errors.first', { count: errors.length, all: formatNumber(all, i18n.language) })}</Text>}
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {errors.map(({ line, code, ask, detail, nearestSkillName }) => (
          <li key={`${String(line)} ${code}`} style={{ overflowWrap: 'anywhere' }}>
            <Text span fw={600}>{t('row', { line })}</Text>{` · ${t(`fault.${code}`, { detail: detail ?? '' })}`}{nearestSkillName !== null && ` · ${t('nearest', { skill: nearestSkillName })}`}
            {ask !== '' && <Text size="sm" c="dimmed" lineClamp={2}>{ask}</Text>}
          </li>
        ))}
      </ul>
    </Stack>
  );
}

function Proposed({ question: { line, kind, skillName, level, ask, code, options, hasExplanation, hints } }: { question: QuestionImportDetails['questions']['items'][number] }) {
  const { t } = useTranslation(['questions', 'common']);
  const about = [t('row', { line }), skillName, t(`common:level.${String(level)}`), t(`kind.${kind}`), hasExplanation ? t('explained') : t('unexplained'), ...(hints > 0 ? [t('hints', { count: hints })] : [])];
  return (
    <Stack component="li" gap={4} py="sm" style={{ listStyle: 'none', borderBottom: '1px solid var(--mantine-color-default-border)' }}>
      <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{ask}</Text>
      {code !== null && <Code block tabIndex={0}>{code.text}</Code>}
      <Stack component="ul" m={0} ps="md" gap={2}>{options.map(({ text, right }, at) => <li key={at}><Text size="sm" span style={{ overflowWrap: 'anywhere' }}>{text}</Text>{right && <Badge ms="xs" variant="light" tt="none">{t('right')}</Badge>}</li>)}</Stack>
      <Text size="sm" c="dimmed">{about.join(' · ')}</Text>
    </Stack>
  );
}
