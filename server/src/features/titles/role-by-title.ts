import { titlesOfRole, type Role } from '@cairn/engine/knowledge';
import { foldKey } from '@cairn/engine/text';
import { splitTitle } from '@cairn/engine/titles';
import type { Titles } from './index.ts';

/** A title this like a role's is taken for it; a student is 0.69 like a career counsellor. Our own judgement. */
const leastSimilarity = 0.85;
/** With the next role this near, which of the two is meant would be a guess: "Developer" is as like ten of them. */
const leastLead = 0.05;

/** By id, name or one of its titles, in any case, whatever the seniority. */
export function roleCalled(wanted: string, roles: readonly Role[]): Role | undefined {
  const key = foldKey(wanted).trim();
  return roles.find(({ id }) => id === key) ?? roleNamed(key, roles) ?? roleNamed(foldKey(splitTitle(wanted).function), roles);
}

export type RoleChoice =
  | { readonly role: Role }
  /** `isAmbiguous`: each of them is as likely meant as the next; else they are the nearest, and none is near enough. */
  | { readonly role: undefined; readonly nearest: readonly Role[]; readonly isAmbiguous: boolean };

/** A role that shares no more than this with what was written is no help to whoever wrote it. Our own judgement. */
const leastToOffer = 0.3;

/** The role that is meant by a title, or those to choose from, the most alike first. */
export function createRoleChoice(titles: Titles): (title: string, roles: readonly Role[]) => RoleChoice {
  const finders = new WeakMap<readonly Role[], ReturnType<typeof titles.finderOf<Role>>>();
  return (title, roles) => {
    const called = roleCalled(title, roles);
    if (called) return { role: called };
    let find = finders.get(roles);
    // Stages count by their whole title only: what is left of "Distinguished Engineer" without its rank is any engineer.
    if (find === undefined) finders.set(roles, (find = titles.finderOf(roles, ({ name, titles: others }) => [name, ...others])));
    const found = find(title, leastToOffer);
    const [nearest, next] = found;
    if (nearest === undefined || nearest.similarity < leastSimilarity) return { role: undefined, nearest: found.map(({ entry }) => entry), isAmbiguous: false };
    if (nearest.similarity - (next?.similarity ?? 0) >= leastLead) return { role: nearest.entry };
    return { role: undefined, nearest: found.filter(({ similarity }) => nearest.similarity - similarity < leastLead).map(({ entry }) => entry), isAmbiguous: true };
  };
}

/** The one role that somebody with this title works in; undefined where it could be several, or none that Cairn knows. */
export function createRoleByTitle(titles: Titles): (title: string, roles: readonly Role[]) => Role | undefined {
  const choose = createRoleChoice(titles);
  return (title, roles) => choose(title, roles).role;
}

function roleNamed(key: string, roles: readonly Role[]): Role | undefined {
  return roles.find(({ name }) => foldKey(name) === key) ?? roles.find((role) => titlesOfRole(role).some((title) => foldKey(title) === key));
}
