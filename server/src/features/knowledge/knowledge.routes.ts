import { knowledge } from '@cairn/contracts';
import type { Http } from '../../platform/http/http.ts';
import type { KnowledgeService } from './knowledge.service.ts';
import { offsetOf, nextOffset } from './offset-cursor.ts';

export function knowledgeRoutes({ implement }: Pick<Http, 'implement'>, service: KnowledgeService): void {
  implement(knowledge.entries, async ({ person, query }) => {
    const offset = offsetOf(query.cursor);
    const { items, total } = await service.list(person, { ...query, offset });
    return { status: 200, body: { items, total, nextCursor: nextOffset(offset, items.length, total) } };
  });
  implement(knowledge.resources, async ({ person, query }) => {
    const offset = offsetOf(query.cursor);
    const { items, total } = await service.resources(person, query.search ?? '', offset, query.limit);
    return { status: 200, body: { items, total, nextCursor: nextOffset(offset, items.length, total) } };
  });
  implement(knowledge.entry, async ({ person, params }) => ({ status: 200, body: await service.read(person, params.kind, params.entryId) }));
  implement(knowledge.save, async ({ person, params, body, settle }) => ({ status: 200, body: await service.save(person, params.kind, params.entryId, body.entry, settle) }));
  implement(knowledge.remove, async ({ person, params }) => {
    await service.remove(person, params.kind, params.entryId);
    return { status: 204 };
  });
}
