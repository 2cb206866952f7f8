import { call } from '../lib/api.ts';
import { rememberMember } from '../lib/kept.ts';
import { forgetCopies } from '../lib/offline-copies.ts';

/** Leaves by loading the page anew, so that nothing of the person stays in memory. */
export async function signOut(): Promise<void> {
  await call('POST /auth/logout', { body: {} });
  rememberMember(null);
  await forgetCopies();
  location.assign('/');
}
