/** The role that somebody names on the command line: by id, name or one of its titles, in any case, whatever the seniority. */
import { titlesOfRole, type Role } from '@cairn/engine/knowledge';
import { foldKey } from '@cairn/engine/text';
import { createTitles, roleCalled } from '../features/titles/index.ts';
import { CommandError } from './command.ts';

const mostSuggestions = 3;
/** Below this similarity, of letter pairs or of titles, a suggestion would be a guess. */
const leastLikeness = 0.3;

/** Throws CommandError, with the nearest names, for a role that is not known. */
export function chooseRole(wanted: string, roles: readonly Role[]): Role {
  const key = foldKey(wanted).trim();
  const found = roleCalled(wanted, roles);
  if (found) return found;
  const alike = new Map(createTitles().finderOf(roles, namesOf)(wanted, leastLikeness).map(({ entry, similarity }) => [entry, similarity]));
  const nearest = roles
    .map((role) => ({ role, likeness: Math.max(alike.get(role) ?? 0, ...namesOf(role).map((name) => likeness(key, foldKey(name)))) }))
    .filter((each) => each.likeness >= leastLikeness)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, mostSuggestions)
    .map(({ role }) => `${role.name} (${role.id})`);
  const next = nearest.length === 0 ? `Cairn knows these: ${roles.map(({ id }) => id).join(', ')}.` : `Nearest: ${nearest.join(', ')}.`;
  throw new CommandError(`There is no role "${wanted}" in what Cairn knows. ${next} (role.unknown)`);
}

function namesOf(role: Role): string[] {
  return [role.id, ...titlesOfRole(role)];
}

/** Sørensen–Dice: twice the letter pairs that both have, over all they have; 0 to 1. */
function likeness(a: string, b: string): number {
  const ofA = pairsOf(a);
  const ofB = pairsOf(b);
  const common = [...ofA].filter((pair) => ofB.has(pair)).length;
  return (2 * common) / Math.max(1, ofA.size + ofB.size);
}

function pairsOf(text: string): Set<string> {
  return new Set(Array.from(text.slice(1), (letter, at) => text.charAt(at) + letter));
}
