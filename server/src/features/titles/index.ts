import { compileTitleModel, createOccupationFinder, createRoleFinder, findTitled, prepareTitled, type FoundByTitle, type NearestRole, type RoleToFind, type Titled, type TitleModel } from '@cairn/engine/titles';
import { loadTitleTable } from '@cairn/knowledge/titles';

export type FindNearestRole = (title: string, description: string) => NearestRole | null;
export { createRoleByTitle, createRoleChoice, roleCalled, type RoleChoice } from './role-by-title.ts';

export interface Titles {
  /** For entries that go by titles: those that go by one like the title asked for, the most alike first. */
  finderOf<T>(entries: readonly T[], titlesOf: (entry: T) => readonly string[]): (title: string, least: number) => FoundByTitle<T>[];
  /** For roles: the one that an ad is most likely for, null where that is not sure enough. */
  nearestRoleOf(roles: readonly RoleToFind[]): FindNearestRole;
}

/** The table is read, and the entries made ready, when the first title is looked for: 0.2 s that the start should not take. */
export function createTitles(): Titles {
  let model: TitleModel | undefined;
  const known = (): TitleModel => (model ??= compileTitleModel(loadTitleTable()));
  return {
    finderOf<T>(entries: readonly T[], titlesOf: (entry: T) => readonly string[]) {
      let prepared: Titled<T>[] | undefined;
      return (title, least) => {
        prepared ??= prepareTitled(entries, titlesOf, known());
        return findTitled(title, prepared, known(), least);
      };
    },
    nearestRoleOf(roles) {
      let find: FindNearestRole | undefined;
      return (title, description) => (find ??= createRoleFinder(roles, known(), createOccupationFinder(known())))(title, description);
    },
  };
}
