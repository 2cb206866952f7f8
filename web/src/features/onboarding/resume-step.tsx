import { Button, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { FailureNote } from '../../ui/states.tsx';

const accepted = '.pdf,.docx,.txt,.md,.json,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document,text/plain,text/markdown,application/json';

/** The shortcut: a resume answers most of what a form would ask. */
export function ResumeStep() {
  const { t } = useTranslation('onboarding');
  const queryClient = useQueryClient();
  const upload = useMutation({
    mutationFn: (file: File) => call('POST /resumes', { files: { file } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['resumes'] }),
  });
  const resume = upload.data;
  return (
    <Stack>
      <FileDrop label={t('resume.drop')} hint={t('resume.hint')} accept={accepted} isBusy={upload.isPending} chosen={upload.variables?.name} onFile={(file) => { upload.mutate(file); }} />
      {upload.isError && <FailureNote failure={upload.error} />}
      {resume && (
        <Stack gap={4} role="status">
          <Text fw={600}>{resume.state === 'read' && 'skills' in resume ? t('resume.found', { count: resume.skills.length }) : t('resume.reading')}</Text>
          <Button variant="subtle" justify="flex-start" px={0} renderRoot={(props) => <Link to="/resumes/$resumeId" params={{ resumeId: resume.id }} {...props} />}>{t('resume.look')}</Button>
        </Stack>
      )}
    </Stack>
  );
}
