import { ai } from '@cairn/contracts';
import type { Http } from '../../platform/http/http.ts';
import type { AiService } from './ai.service.ts';

export function aiRoutes({ implement }: Pick<Http, 'implement'>, service: AiService): void {
  implement(ai.roadmap, async ({ body, ...asked }) => ({ status: 200, body: await service.roadmap(asked, body) }));
  implement(ai.skills, async ({ body, ...asked }) => ({ status: 200, body: await service.skills(asked, body) }));
  implement(ai.interviewPrep, async ({ body, ...asked }) => ({ status: 200, body: await service.interviewPrep(asked, body) }));
  implement(ai.quiz, async ({ body, ...asked }) => ({ status: 200, body: await service.quiz(asked, body) }));
}
