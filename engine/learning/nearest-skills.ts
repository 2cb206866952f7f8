import { editDistance } from '../linking/edit-distance.ts';
import { foldKey } from '../text/index.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Words that are farther apart than this are different words. */
const mostEdits = 3;

/** The skills whose name or id is nearest to what was asked for, nearest first, `most` of them; none when nothing is near. */
export function nearestSkills(skills: readonly Named[], asked: string, most: number): Named[] {
  const wanted = foldKey(asked.slice(0, 80));
  const distanceOf = ({ id, name }: Named): number => Math.min(...[foldKey(name), foldKey(id.replaceAll('-', ' '))].map((form) => {
    if (wanted.length >= 3 && (form.includes(wanted) || wanted.includes(form))) return 1;
    return editDistance(form, wanted, mostEdits);
  }));
  return skills.map((skill) => ({ skill, distance: distanceOf(skill) }))
    .filter(({ distance }) => distance <= mostEdits)
    .toSorted((one, other) => one.distance - other.distance || (one.skill.name < other.skill.name ? -1 : 1))
    .slice(0, most).map(({ skill }) => skill);
}
