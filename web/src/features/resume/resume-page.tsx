import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import type { ResumeAnswer } from '@cairn/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiFailure } from '../../lib/api.ts';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { Page } from '../../ui/page.tsx';
import { FailureNote, NotOpened } from '../../ui/states.tsx';
import { ReadBack } from './read-back.tsx';
import { ReadResume } from './read-resume.tsx';
import { resumeQuery } from './resume-queries.ts';
import { ResumeTools } from './resume-tools.tsx';

const route = getRouteApi('/member/resumes/$resumeId');

export function ResumePage() {
  const { resumeId } = route.useParams();
  const { t } = useTranslation('resume');
  const resume = useQuery(resumeQuery(resumeId));
  if (resume.isPending) return <PageSkeleton title={t('one.title')} width={1240} panelHeight={0} rows={9} hasAside />;
  if (resume.data) return <ResumeView key={resumeId} resume={resume.data} />;
  return (
    <Page title={t('one.title')}>
      <NotOpened failure={resume.error} retry={() => { void resume.refetch(); }} unknown={{ title: t('one.gone'), why: t('one.goneWhy'), action: <Button component={Link} to="/resumes" mih={44}>{t('one.toList')}</Button> }} />
    </Page>
  );
}

export function ResumeView({ resume }: { resume: ResumeAnswer }) {
  const { t } = useTranslation('resume');
  if (resume.state === 'reading') {
    return (
      <Page title={resume.fileName} lead={t('reading.lead')}>
        <Group role="status" gap="md"><Loader type="dots" /><Text>{t('reading.now')}</Text></Group>
        <ResumeTools resume={resume} />
      </Page>
    );
  }
  if (resume.state === 'refused') {
    return (
      <Page title={resume.fileName} lead={t('refused.lead')}>
        <FailureNote failure={new ApiFailure(422, { code: resume.refusal ?? 'resume.damaged' }, null)} />
        <ResumeTools resume={resume} />
      </Page>
    );
  }
  const name = resume.fields.contact.name?.value;
  const compare = <Button component={Link} to="/gaps" size="md" mih={44}>{t('one.compare')}</Button>;
  return (
    <Page title={name ?? resume.fileName} width={1240} lead={t('one.lead')} action={compare}>
      <ReadBack resumeId={resume.id} version={resume.version} />
      <ReadResume resume={resume} />
      <Stack><ResumeTools resume={resume} /></Stack>
    </Page>
  );
}
