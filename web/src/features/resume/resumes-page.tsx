import { Button, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { formatInstant } from '../../lib/format.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Page } from '../../ui/page.tsx';
import { FailureNote } from '../../ui/states.tsx';
import { resumeFiles, useUpload, type ResumeHead } from './resume-queries.ts';
import classes from './resumes-page.module.css';

const pageSize = 20;

export function ResumesPage() {
  const { t } = useTranslation(['resume', 'common']);
  const navigate = useNavigate();
  const upload = useUpload(null, ({ id }) => { void navigate({ to: '/resumes/$resumeId', params: { resumeId: id } }); });
  const { variables: file } = upload;
  return (
    <Page title={t('list.title')} lead={t('list.lead')} width={760}>
      <FileDrop label={t('drop.label')} hint={t('drop.hint')} accept={resumeFiles} isBusy={upload.isPending} chosen={file && (upload.isPending ? t('drop.reading', { name: file.name }) : file.name)} onFile={(chosen) => { upload.mutate(chosen); }} />
      <div role="status">{upload.isPending && <Text size="sm" c="dimmed">{t('drop.wait')}</Text>}</div>
      {upload.isError && <FailureNote failure={upload.error} retry={file && (() => { upload.mutate(file); })} />}
      <ResumeList />
    </Page>
  );
}

function ResumeList() {
  const { t } = useTranslation(['resume', 'common']);
  const resumes = useInfiniteQuery({
    queryKey: ['resumes', 'list'],
    queryFn: ({ pageParam, signal }) => call('GET /resumes', { query: { limit: pageSize, ...(pageParam !== null && { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  if (resumes.isPending) return <Stack gap="xs" aria-busy="true"><Skeleton height={72} radius="lg" /><Skeleton height={72} radius="lg" /></Stack>;
  const items = resumes.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0 && !resumes.isError) return <Text c="dimmed">{t('list.empty')}</Text>;
  return (
    <Stack component="section" gap="xs" aria-labelledby="resumes-heading">
      <Title order={2} id="resumes-heading">{t('list.yours')}</Title>
      {resumes.isError && <FailureNote failure={resumes.error} retry={() => { void resumes.refetch(); }} />}
      <Stack component="ul" gap="xs" m={0} p={0}>{items.map((resume) => <ResumeItem key={resume.id} resume={resume} />)}</Stack>
      {resumes.hasNextPage && <Button variant="subtle" mih={44} loading={resumes.isFetchingNextPage} onClick={() => { void resumes.fetchNextPage(); }}>{t('common:more')}</Button>}
    </Stack>
  );
}

function ResumeItem({ resume }: { resume: ResumeHead }) {
  const { t, i18n } = useTranslation('resume');
  const about = [t(`state.${resume.state}`), t('list.pages', { count: resume.pageCount }), resume.version > 1 ? t('list.version', { version: resume.version }) : null, formatInstant(resume.updatedAt, i18n.language)];
  return (
    <li className={classes['item']}>
      <Paper renderRoot={(props) => <Link {...props} to="/resumes/$resumeId" params={{ resumeId: resume.id }} />} withBorder radius="lg" p="md" className={classes['card']}>
        <Icon name="resume" />
        <Stack gap={2} miw={0} flex={1}>
          <Text fw={600} lineClamp={2}>{resume.fileName}</Text>
          <Text size="sm" c="dimmed">{about.filter((part) => part !== null).join(' · ')}</Text>
        </Stack>
        <Icon name="arrow" size={18} />
      </Paper>
    </li>
  );
}
