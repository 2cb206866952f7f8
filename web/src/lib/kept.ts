/** What this browser keeps between visits. Where storage is switched off nothing is kept, and the page works all the same. */
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

const member = 'cairn.member';

/** Whether somebody is signed in here, as far as this browser remembers; the server alone knows. */
export function remembersMember(): boolean {
  return readKept(member) === '1';
}

export function rememberMember(isSignedIn: boolean): void {
  keep(member, isSignedIn ? '1' : null);
}
