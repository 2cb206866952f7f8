import type { CareerForm } from '@cairn/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../lib/api.ts';
import { careerFormQuery } from '../../lib/career-form.ts';

/** Shown at once; when saving fails what is stored is shown again. One save follows the other, so that the last word wins. */
export function useSaveCareerForm() {
  const queryClient = useQueryClient();
  return useMutation({
    scope: { id: 'career-form' },
    mutationFn: (form: CareerForm) => call('PUT /me/career-form', { body: form }),
    onMutate: (form) => { queryClient.setQueryData(careerFormQuery.queryKey, form); },
    onError: () => queryClient.invalidateQueries(careerFormQuery),
  });
}

export interface StepProps {
  form: CareerForm;
  onChange: (form: CareerForm) => void;
}
