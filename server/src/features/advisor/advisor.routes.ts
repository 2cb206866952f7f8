import { advisor } from '@cairn/contracts';
import { cursorOf, placeOf } from '../../platform/http/cursor.ts';
import type { Http } from '../../platform/http/http.ts';
import type { AdvisorService } from './advisor.service.ts';

export function advisorRoutes({ implement }: Pick<Http, 'implement'>, service: AdvisorService): void {
  implement(advisor.ask, async ({ person, body, signal, onProgress, settle }) => ({ status: 201, body: await service.ask(person, body, { signal, onProgress }, settle) }));
  implement(advisor.list, async ({ person, query }) => {
    const { items, more, total } = await service.list(person, placeOf(query.cursor), query.limit);
    const last = items.at(-1);
    return { status: 200, body: { items, total, nextCursor: more && last ? cursorOf(last) : null } };
  });
  implement(advisor.read, async ({ person, params }) => ({ status: 200, body: await service.read(person, params.id) }));
  implement(advisor.replay, async ({ person, params }) => ({ status: 200, body: await service.replay(person, params.id) }));
  implement(advisor.erase, async ({ person, params }) => {
    await service.erase(person, params.id);
    return { status: 204 };
  });
}
