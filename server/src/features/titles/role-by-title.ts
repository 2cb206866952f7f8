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

/** The one role that somebody with this title works in; undefined where it could be several, or none that Cairn knows. */
export function createRoleByTitle(titles: Titles): (title: string, roles: readonly Role[]) => Role | undefined {
  const finders = new WeakMap<readonly Role[], ReturnType<typeof titles.finderOf<Role>>>();
  return (title, roles) => {
    const called = roleCalled(title, roles);
    if (called) return called;
    let find = finders.get(roles);
    // Stages count by their whole title only: what is left of "Distinguished Engineer" without its rank is any engineer.
    if (find === undefined) finders.set(roles, (find = titles.finderOf(roles, ({ name, titles: others }) => [name, ...others])));
    const [nearest, next] = find(title, leastSimilarity);
    return nearest && nearest.similarity - (next?.similarity ?? 0) >= leastLead ? nearest.entry : undefined;
  };
}

function roleNamed(key: string, roles: readonly Role[]): Role | undefined {
  return roles.find(({ name }) => foldKey(name) === key) ?? roles.find((role) => titlesOfRole(role).some((title) => foldKey(title) === key));
}
