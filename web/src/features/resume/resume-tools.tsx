import { Anchor, Button, FileButton, Group, Stack, Text, Title } from '@mantine/core';
import type { Api } from '@cairn/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, call } from '../../lib/api.ts';
import { formatInstant } from '../../lib/format.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { formatQuantity } from '../../ui/quantities.ts';
import { FailureNote } from '../../ui/states.tsx';
import { resumeFiles, useUpload, type ResumeHead } from './resume-queries.ts';

type Version = Api['GET /resumes/:id/versions']['answer']['items'][number];

/** The file itself: replace, download, its versions, the export, the end of it. */
export function ResumeTools({ resume }: { resume: ResumeHead }) {
  const { t } = useTranslation(['resume', 'common']);
  const [isAsking, setIsAsking] = useState(false);
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const params = { id: resume.id };
  const replace = useUpload(resume.id, () => { void queryClient.invalidateQueries({ queryKey: ['resumes', 'versions', resume.id] }); });
  const erase = useMutation({
    mutationFn: () => call('DELETE /resumes/:id', { params }),
    onSuccess: async () => {
      await navigate({ to: '/resumes' });
      queryClient.removeQueries({ queryKey: ['resumes', 'one', resume.id] });
      await queryClient.invalidateQueries({ queryKey: ['resumes'] });
      await queryClient.invalidateQueries({ queryKey: ['skills'] });
    },
  });
  return (
    <Stack component="section" gap="md" aria-labelledby="file-heading">
      <Title order={2} id="file-heading">{t('file.title')}</Title>
      <Group gap="xs">
        <FileButton accept={resumeFiles} onChange={(file) => { if (file) replace.mutate(file); }}>
          {(props) => <Button {...props} variant="default" mih={44} loading={replace.isPending}>{t('file.replace')}</Button>}
        </FileButton>
        <Button component="a" variant="default" mih={44} href={addressOf('/resumes/:id/file', params)} download={resume.fileName}>{t('file.download')}</Button>
        {resume.state === 'read' && <Button component="a" variant="default" mih={44} href={addressOf('/resumes/:id/json-resume', params)} download="resume.json">{t('file.json')}</Button>}
        <Button variant="subtle" color="brick" mih={44} onClick={() => { setIsAsking(true); }}>{t('erase.action')}</Button>
      </Group>
      {replace.isError && <FailureNote failure={replace.error} />}
      <Versions resume={resume} />
      <ConfirmDialog opened={isAsking} title={t('erase.title')} confirm={t('erase.action')} isBusy={erase.isPending} failure={erase.error} onConfirm={() => { erase.mutate(); }} onClose={() => { setIsAsking(false); }}>{t('erase.what')}</ConfirmDialog>
    </Stack>
  );
}

function Versions({ resume }: { resume: ResumeHead }) {
  const { t, i18n } = useTranslation('resume');
  const versions = useQuery({ queryKey: ['resumes', 'versions', resume.id, resume.version], queryFn: ({ signal }) => call('GET /resumes/:id/versions', { params: { id: resume.id }, signal }) });
  if (versions.isError) return <FailureNote failure={versions.error} retry={() => { void versions.refetch(); }} />;
  const about = ({ version, sizeBytes, createdAt }: Version) => t('file.about', { version, size: formatQuantity(sizeBytes / 1024, i18n.language), date: formatInstant(createdAt, i18n.language) });
  return (
    <Stack component="ul" gap={0} m={0} p={0} style={{ listStyle: 'none' }}>
      {versions.data?.items.map((version) => (
        <Text key={version.version} component="li" size="sm" c="dimmed" py={6}>
          <Anchor href={addressOf('/resumes/:id/file', { id: resume.id }, { version: version.version })} download={version.fileName} inherit underline="always">{version.fileName}</Anchor>{` · ${about(version)}`}
        </Text>
      ))}
    </Stack>
  );
}
