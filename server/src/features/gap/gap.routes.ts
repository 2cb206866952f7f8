import { gap } from '@cairn/contracts';
import { cursorOf, placeOf } from '../../platform/http/cursor.ts';
import type { UploadedFile } from '../../platform/http/endpoint-types.ts';
import { Failure } from '../../platform/http/failure.ts';
import type { Http } from '../../platform/http/http.ts';
import type { GapService } from './gap.service.ts';

/** `textOfFile` reads an uploaded file in the cage that resumes are read in. */
export function gapRoutes({ implement }: Pick<Http, 'implement'>, service: GapService, textOfFile: (file: UploadedFile) => Promise<string>): void {
  implement(gap.create, async ({ person, body, settle }) => ({ status: 201, body: await service.create(person, body, settle) }));
  implement(gap.list, async ({ person, query }) => {
    const { items, total, more } = await service.list(person, placeOf(query.cursor), query.limit);
    const last = items.at(-1);
    return { status: 200, body: { items, total, nextCursor: more && last ? cursorOf(last) : null } };
  });
  implement(gap.read, async ({ person, params }) => ({ status: 200, body: await service.read(person, params.id) }));
  implement(gap.erase, async ({ person, params }) => {
    await service.erase(person, params.id);
    return { status: 204 };
  });
  implement(gap.readJobAd, async ({ person, files, settle }) => service.keepAd(person, await textOfFile(files.file).catch(passOn), settle), { upload: { tooLarge: 'resume.too-large', missing: 'resume.no-file' } });
}

/** JSON is read for resumes alone: of an ad in it there is no more to say than that it cannot be read. */
function passOn(error: unknown): never {
  throw error instanceof Failure && error.code === 'resume.not-json-resume' ? new Failure('job-ad.unreadable', { cause: error }) : error;
}
