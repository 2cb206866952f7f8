import { describe, expect, test } from 'vitest';
import { searchByName, toSearch } from './search-by-name.ts';

const names = ['Apache Spark', 'JavaScript', 'PySpark', 'Spark'];
const searchable = toSearch(names, (name) => [name]);
const search = (words: string, page: { cursor?: string; limit?: number } = {}) => searchByName(searchable, { search: words, cursor: page.cursor, limit: page.limit ?? 10 });

describe('searching by name', () => {
  test('the name itself comes first, then an alias, then what begins so', async () => {
    const skills = toSearch([['Django', 'python django'], ['Pythonista tools'], ['Snake care', 'python'], ['Python', 'py'], ['Micropython']], (entry) => entry);
    expect((await searchByName(skills, { search: 'python', limit: 10 })).items.map(([name]) => name)).toEqual(['Python', 'Snake care', 'Pythonista tools', 'Django', 'Micropython']);
  });

  test.each([
    ['names that begin with the words come first', 'spark', ['Spark', 'Apache Spark', 'PySpark']],
    ['case does not matter', 'JAVA', ['JavaScript']],
    ['nothing asked for lists everything', '', names],
    ['nothing found is an empty list', 'cobol', []],
  ])('%s', async (_rule, words, found) => {
    expect((await search(words)).items).toEqual(found);
  });

  test.each([
    ['what is found otherwise follows where names are few', 'java', ['JavaScript', 'Spark']],
    ['each comes once', 'apache', ['Apache Spark', 'Spark']],
    ['where enough names have the words nothing else is looked for', 'spark', ['Spark', 'Apache Spark', 'PySpark']],
    ['nor where nothing was asked for', '', names],
  ])('%s', async (_rule, words, found) => {
    const otherwise = () => Promise.resolve(words === 'java' ? ['Spark'] : ['Apache Spark', 'Spark']);
    expect((await searchByName(searchable, { search: words, limit: 10 }, otherwise)).items).toEqual(found);
  });

  test('pages follow one another and the last has no cursor', async () => {
    const first = await search('', { limit: 3 });
    const second = await search('', { limit: 3, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items]).toEqual(names);
    expect([first.total, second.nextCursor]).toEqual([4, null]);
  });

  test.each(['-1', 'abc', '99999999999999999999'])('a cursor of nonsense (%s) is no failure', async (cursor) => {
    expect((await search('spark', { cursor })).total).toBe(3);
  });
});
