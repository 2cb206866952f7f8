import { profile } from '@cairn/contracts';
import type { Http } from '../../platform/http/http.ts';
import type { SessionCookie } from '../identity/index.ts';
import type { ProfileService } from './profile.service.ts';

export function profileRoutes({ implement }: Pick<Http, 'implement'>, { service, cookie }: { readonly service: ProfileService; readonly cookie: SessionCookie }): void {
  implement(profile.me, async ({ person }) => ({ status: 200, body: await service.me(person) }));
  implement(profile.changeMe, async ({ person, body }) => ({ status: 200, body: await service.changeMe(person, body) }));
  implement(profile.careerForm, async ({ person }) => ({ status: 200, body: await service.careerForm(person) }));
  implement(profile.saveCareerForm, async ({ person, body }) => ({ status: 200, body: await service.saveCareerForm(person, body) }));
  implement(profile.exportMe, async ({ person }) => ({ status: 200, file: { ...(await service.export(person)), mediaType: 'application/zip' } }));
  implement(profile.eraseMe, async ({ person, body, request }) => {
    await service.erase(person, body.password, request.ip);
    return { status: 204, headers: { 'set-cookie': cookie.clear() } };
  });
}
