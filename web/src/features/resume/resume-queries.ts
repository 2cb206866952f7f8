import type { Api, ResumeAnswer } from '@cairn/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiFailure, call } from '../../lib/api.ts';
import type { Correction } from './resume-model.ts';

export type ResumeHead = Api['GET /resumes']['answer']['items'][number];

const lookAgainMilliseconds = 3000;

/** Asked again while the file is being read, beside what the live socket says. */
export const resumeQuery = (id: string) => queryOptions({
  queryKey: ['resumes', 'one', id],
  queryFn: ({ signal }) => call('GET /resumes/:id', { params: { id }, signal }),
  refetchInterval: ({ state }) => (state.data?.state === 'reading' ? lookAgainMilliseconds : false),
});

export type ReadBackAnswer = Api['GET /resumes/:id/read-back']['answer'];

/** A new version of the file is another reading. */
export const readBackQuery = (id: string, version: number, roleId: string | null) => queryOptions({
  queryKey: ['resumes', 'read-back', id, version, roleId],
  queryFn: ({ signal }) => call('GET /resumes/:id/read-back', { params: { id }, query: roleId === null ? {} : { roleId }, signal }),
});

export const resumeFiles = '.pdf,.docx,.txt,.md,.json,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document,text/plain,text/markdown,application/json';
const mostBytes = 10 * 1024 * 1024;

/** What can be refused before a byte travels. */
export function refuseEarly(file: Pick<File, 'size'>): ApiFailure | null {
  if (file.size === 0) return new ApiFailure(422, { code: 'resume.empty-file' }, null);
  if (file.size > mostBytes) return new ApiFailure(413, { code: 'resume.too-large' }, null);
  return null;
}

/** A new resume, or a new version of one. */
export function useUpload(id: string | null, onDone: (resume: { id: string }) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (file: File) => {
      const refused = refuseEarly(file);
      if (refused) throw refused;
      return id === null ? call('POST /resumes', { files: { file } }) : call('POST /resumes/:id/versions', { params: { id }, files: { file } });
    },
    onSuccess: (resume) => {
      if ('fields' in resume) queryClient.setQueryData(resumeQuery(resume.id).queryKey, resume);
      else void queryClient.invalidateQueries({ queryKey: resumeQuery(resume.id).queryKey });
      void queryClient.invalidateQueries({ queryKey: ['resumes', 'list'] });
      void queryClient.invalidateQueries({ queryKey: ['resumes', 'choice'] });
      void queryClient.invalidateQueries({ queryKey: ['skills'] });
      onDone(resume);
    },
  });
}

export function useCorrect(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    scope: { id: `resume ${id}` },
    mutationFn: (corrections: readonly Correction[]) => call('PUT /resumes/:id', { params: { id }, body: { corrections: [...corrections] } }),
    onSuccess: (answer: ResumeAnswer) => {
      queryClient.setQueryData(resumeQuery(id).queryKey, answer);
      void queryClient.invalidateQueries({ queryKey: ['skills'] });
    },
  });
}
