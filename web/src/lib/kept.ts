/** What this browser keeps between visits. Where storage is switched off nothing is kept, and the page works all the same. */
import type { MemberRole } from '@cairn/contracts';

export function readKept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function keep(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Storage is switched off or full.
  }
}

/** Names of what is kept that begin so. */
export function keptNames(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(prefix));
  } catch {
    return [];
  }
}

const member = 'cairn.member';

/** Whether somebody is signed in here, as far as this browser remembers; the server alone knows. */
export function remembersMember(): boolean {
  return readKept(member) !== null;
}

/** In which role somebody is signed in, null for nobody: what a page asks before its code is there depends on it (web/first-visit.ts). */
export function rememberMember(role: MemberRole | null): void {
  keep(member, role);
}
