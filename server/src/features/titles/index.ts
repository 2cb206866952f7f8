import { compileTitleModel, findTitled, prepareTitled, type FoundByTitle, type Titled, type TitleModel } from '@cairn/engine/titles';
import { loadTitleTable } from '@cairn/knowledge/titles';

export { createRoleByTitle, roleCalled } from './role-by-title.ts';

export interface Titles {
  /** For entries that go by titles: those that go by one like the title asked for, the most alike first. */
  finderOf<T>(entries: readonly T[], titlesOf: (entry: T) => readonly string[]): (title: string, least: number) => FoundByTitle<T>[];
}

/** The table is read, and the entries made ready, when the first title is looked for: 0.1 s that the start should not take. */
export function createTitles(): Titles {
  let model: TitleModel | undefined;
  return {
    finderOf<T>(entries: readonly T[], titlesOf: (entry: T) => readonly string[]) {
      let prepared: Titled<T>[] | undefined;
      return (title, least) => {
        model ??= compileTitleModel(loadTitleTable());
        prepared ??= prepareTitled(entries, titlesOf, model);
        return findTitled(title, prepared, model, least);
      };
    },
  };
}
