import type { AdvisorRun, AdvisorStep, Api } from '@cairn/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callWithProgress } from '../../lib/call-with-progress.ts';
import { runQuery } from './advisor-queries.ts';

export type Question = Omit<Api['POST /advisor/runs']['request']['body'], 'language'>;
/** What a run was asked, to be asked again; of another role where that is said. */
export function questionOf({ question, goal: { kind, roleId, skillId, hoursPerWeek } }: Pick<AdvisorRun, 'question' | 'goal'>, otherRoleId: string | null = roleId): Question {
  return { ...(question !== '' && { question }), goal: kind, ...(otherRoleId !== null && { roleId: otherRoleId }), ...(skillId !== null && { skillId }), hoursPerWeek };
}

type Heard = Api['POST /advisor/runs']['progress'];

export type Asking =
  | { readonly state: 'idle' | 'stopped' }
  /** `latest` says what is being done beyond the steps. */
  | { readonly state: 'asking'; readonly question: Question; readonly steps: readonly AdvisorStep[]; readonly latest: Heard | null }
  | { readonly state: 'answered'; readonly run: AdvisorRun }
  | { readonly state: 'failed'; readonly question: Question; readonly failure: unknown };

/** Puts a question and follows what is looked at. Leaving the page, or asking anew, ends the one before. */
export function useAsk(): { asking: Asking; ask: (question: Question) => void; stop: () => void } {
  const { i18n } = useTranslation();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState<Asking>({ state: 'idle' });
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => { current.current?.abort(); }, []);

  const hear = (heard: Heard) => {
    setAsking((before) => {
      if (before.state !== 'asking') return before;
      return heard.step === 'looked' ? { ...before, steps: [...before.steps, heard.looked], latest: null } : { ...before, latest: heard };
    });
  };
  const ask = (question: Question) => {
    current.current?.abort();
    const controller = new AbortController();
    current.current = controller;
    setAsking({ state: 'asking', question, steps: [], latest: null });
    callWithProgress('POST /advisor/runs', { body: { ...question, language: i18n.language === 'hi' ? 'hi' : 'en' } }, { signal: controller.signal, onProgress: hear }).then(
      (run) => {
        queryClient.setQueryData(runQuery(run.id).queryKey, run);
        void queryClient.invalidateQueries({ queryKey: ['advisor', 'list'] });
        if (current.current === controller) setAsking({ state: 'answered', run });
      },
      (failure: unknown) => {
        void queryClient.invalidateQueries({ queryKey: ['advisor', 'list'] });
        if (current.current === controller && !controller.signal.aborted) setAsking({ state: 'failed', question, failure });
      },
    );
  };
  const stop = () => {
    current.current?.abort();
    current.current = null;
    setAsking({ state: 'stopped' });
  };
  return { asking, ask, stop };
}
