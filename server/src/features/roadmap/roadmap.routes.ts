import { roadmap } from '@cairn/contracts';
import type { Http } from '../../platform/http/http.ts';
import { cursorOf, placeOf } from '../../platform/http/cursor.ts';
import { mutable } from '../../platform/mutable.ts';
import type { RoadmapExports } from './roadmap.exports.ts';
import type { RoadmapService } from './roadmap.service.ts';

export function roadmapRoutes({ implement }: Pick<Http, 'implement'>, service: RoadmapService, exports: RoadmapExports): void {
  implement(roadmap.create, async ({ person, body, settle }) => ({ status: 201, body: await service.create(person, body, settle) }));
  implement(roadmap.list, async ({ person, query }) => {
    const { items, more, total } = await service.list(person, placeOf(query.cursor), query.limit);
    const last = items.at(-1);
    return { status: 200, body: { items, total, nextCursor: more && last ? cursorOf(last) : null } };
  });
  implement(roadmap.assumptions, async ({ person }) => ({ status: 200, body: await service.assumptions(person) }));
  implement(roadmap.current, async ({ person }) => ({ status: 200, body: await service.current(person) }));
  implement(roadmap.read, async ({ person, params }) => ({ status: 200, body: await service.read(person, params.id) }));
  implement(roadmap.rename, async ({ person, params, body, settle }) => ({ status: 200, body: await service.rename(person, params.id, body.title, settle) }));
  implement(roadmap.erase, async ({ person, params }) => {
    await service.erase(person, params.id);
    return { status: 204 };
  });
  implement(roadmap.complete, async ({ person, params, settle }) => ({ status: 200, body: await service.complete(person, params.id, params.taskId, settle) }));
  implement(roadmap.undo, async ({ person, params, settle }) => ({ status: 200, body: await service.undo(person, params.id, params.taskId, settle) }));
  implement(roadmap.replan, async ({ person, params, body, settle }) => ({ status: 200, body: await service.replan(person, params.id, body, settle) }));
  implement(roadmap.chooseProof, async ({ person, params, body, settle }) => ({ status: 200, body: await service.chooseProof(person, params.id, { skillId: params.skillId, ...body }, settle) }));
  implement(roadmap.rate, async ({ person, params, body }) => {
    await service.rate(person, params.resourceId, body.rating);
    return { status: 204 };
  });
  implement(roadmap.selfCheck, async ({ person, params }) => ({ status: 200, body: mutable(await service.selfCheck(person, params.id, params.skillId)) }));
  implement(roadmap.renewCalendar, async ({ person, params, settle }) => ({ status: 200, body: await service.renewCalendar(person, params.id, settle) }));
  implement(roadmap.export, async ({ person, params, query }) => ({ status: 200, file: await exports.document(await service.forExport(person, params.id), query.format) }));
  implement(roadmap.calendar, async ({ params }) => ({ status: 200, file: exports.calendar(await service.ofFeed(params.feedToken)) }));
}
