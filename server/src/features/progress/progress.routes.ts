import { progress } from '@cairn/contracts';
import type { Http } from '../../platform/http/http.ts';
import { Failure } from '../../platform/http/failure.ts';
import { cursorOf, placeOf } from '../../platform/http/cursor.ts';
import type { DigestLinks } from './digest-links.ts';
import type { ProgressService } from './progress.service.ts';

export function progressRoutes({ implement }: Pick<Http, 'implement'>, service: ProgressService, links: DigestLinks): void {
  implement(progress.read, async ({ person }) => ({ status: 200, body: await service.read(person) }));
  implement(progress.history, async ({ person, query }) => ({ status: 200, body: await service.history(person, query.weeks) }));
  implement(progress.insights, async ({ person }) => ({ status: 200, body: await service.insights(person) }));
  implement(progress.log, async ({ person, body, settle }) => ({ status: 201, body: await service.log(person, body, settle) }));
  implement(progress.events, async ({ person, query }) => {
    const { items, more, total } = await service.events(person, placeOf(query.cursor), query.limit);
    const last = items.at(-1);
    return { status: 200, body: { items, total, nextCursor: more && last ? cursorOf(last) : null } };
  });
  implement(progress.unlog, async ({ person, params }) => {
    await service.unlog(person, params.id);
    return { status: 204 };
  });
  implement(progress.settings, async ({ person }) => ({ status: 200, body: await service.settings(person) }));
  implement(progress.saveSettings, async ({ person, body }) => ({ status: 200, body: await service.saveSettings(person, body) }));
  implement(progress.endDigest, async ({ params }) => {
    const owner = links.ownerOf(params.digestToken);
    if (owner === null || !(await service.endDigest(owner))) throw new Failure('progress.link-invalid');
    return { status: 204 };
  });
}
