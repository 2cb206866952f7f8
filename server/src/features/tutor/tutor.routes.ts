import { tutor } from '@cairn/contracts';
import { cursorOf, placeOf } from '../../platform/http/cursor.ts';
import type { Http } from '../../platform/http/http.ts';
import type { TutorService } from './tutor.service.ts';

export function tutorRoutes({ implement }: Pick<Http, 'implement'>, service: TutorService): void {
  implement(tutor.topics, async ({ person }) => ({ status: 200, body: { items: await service.topics(person) } }));
  implement(tutor.begin, async ({ person, body, settle }) => ({ status: 201, body: await service.begin(person, body, settle) }));
  implement(tutor.list, async ({ person, query }) => {
    const { items, more, total } = await service.list(person, placeOf(query.cursor), query.limit);
    const last = items.at(-1);
    return { status: 200, body: { items, total, nextCursor: more && last ? cursorOf(last) : null } };
  });
  implement(tutor.read, async ({ person, params }) => ({ status: 200, body: await service.read(person, params.id) }));
  implement(tutor.say, async ({ person, params, body, signal, onProgress, settle }) => ({ status: 200, body: await service.say(person, params.id, body, { signal, onProgress }, settle) }));
  implement(tutor.erase, async ({ person, params }) => {
    await service.erase(person, params.id);
    return { status: 204 };
  });
}
