import { learning } from '@cairn/contracts';
import type { Http } from '../../platform/http/http.ts';
import { toldOf, type Progress } from '../../platform/llm/llm.ts';
import { mutable } from '../../platform/mutable.ts';
import { explain, type ExplainParts } from './explain.ts';
import type { LearningService } from './learning.service.ts';

export function learningRoutes({ implement }: Pick<Http, 'implement'>, service: LearningService, words: Omit<ExplainParts, 'service'>): void {
  implement(learning.overview, async ({ person }) => ({ status: 200, body: await service.overview(person) }));
  implement(learning.begin, async ({ person, body, settle }) => ({ status: 201, body: await service.begin(person, body, settle) }));
  implement(learning.read, async ({ person, params }) => ({ status: 200, body: await service.read(person, params.id) }));
  implement(learning.answer, async ({ person, params, body, settle }) => ({ status: 200, body: await service.answer(person, params.id, body, settle) }));
  implement(learning.verdict, async ({ person, params }) => ({ status: 200, body: await service.verdict(person, params.id, params.shownQuestionId) }));
  implement(learning.hint, async ({ person, params, body, settle }) => ({ status: 200, body: await service.hint(person, params.id, body, settle) }));
  implement(learning.finish, async ({ person, params, settle }) => ({ status: 200, body: await service.finish(person, params.id, settle) }));
  implement(learning.explain, async ({ person, params, body, signal, onProgress }) => {
    const tell = onProgress && ((progress: Progress) => { onProgress(toldOf(progress)); });
    return { status: 200, body: mutable(await explain({ ...words, service }, person, params.id, body.shownQuestionId, { signal, onProgress: tell })) };
  });
}
