import type { Resource, Skill } from '@cairn/engine/knowledge';
import { expect, test } from 'vitest';
import { resourcesToSearch, searchResources } from './search-resources.ts';

const skill = (id: string, name: string, aliases: readonly string[] = []): [string, Skill] => [id, { id, name, category: 'tool', aliases, ambiguous: [], hours: [1, 2, 3, 4], demand: 0, prerequisites: [], related: [], checkpoints: {} }];
const resource = (id: string, title: string, provider: string, ...skills: string[]): Resource => ({ id, title, provider, url: 'https://a.example', kind: 'course', cost: 'free', language: 'en', hours: 1, fromLevel: 0, toLevel: 1, skills, checked: false });
const skills = new Map([skill('weaving', 'Weaving', ['loom work', 'बुनाई']), skill('dyeing', 'Dyeing'), skill('cpp', 'C++')]);
const resources = [
  resource('threads', 'Threads for beginners', 'Handloom House', 'weaving'),
  resource('weaving-book', 'Weaving: a first book', 'Ashwood Press', 'weaving'),
  resource('hand-weaving', 'Hand weaving', 'Ashwood Press', 'weaving', 'dyeing'),
  resource('colour', 'Couleurs d’été', 'Handloom House', 'dyeing'),
  resource('templates', 'Templates', 'Ashwood Press', 'cpp'),
];
const found = (search: string): string[] => searchResources(resourcesToSearch({ knowledge: { skills: [], roles: [], resources, projects: [] }, skills }), search).map(({ id }) => id);

test.each([
  ['its title, nearest first', 'weaving', ['weaving-book', 'hand-weaving', 'threads']],
  ['its provider', 'handloom house', ['colour', 'threads']],
  ['a beginning of words in any order', 'press weav', ['hand-weaving', 'weaving-book']],
  ['another name of a skill it teaches', 'LOOM WORK', ['hand-weaving', 'threads', 'weaving-book']],
  ['a name in another script', 'बुनाई', ['hand-weaving', 'threads', 'weaving-book']],
  ['letters without their marks', "couleurs d'ete", ['colour']],
  ['a name that is mostly signs', 'c++', ['templates']],
  ['words of which one is nowhere', 'weaving pottery', []],
  ['no words: all, by title', ' ', ['colour', 'hand-weaving', 'templates', 'threads', 'weaving-book']],
  ['signs alone: nothing', '--', []],
])('a resource is found by %s', (_by, search, ids) => {
  expect(found(search)).toEqual(ids);
});
