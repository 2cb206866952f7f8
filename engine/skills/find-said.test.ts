import { describe, expect, test } from 'vitest';
import { findSaid, type Telling } from './find-said.ts';
import { compileTaxonomy } from './taxonomy.ts';

const taxonomy = compileTaxonomy([], [
  { id: 'medication', said: [{ do: ['give', 'administer'], what: ['medicine', 'injection'] }] },
  { id: 'wounds', said: [{ do: ['dress', 'clean'], what: ['wound'] }] },
  { id: 'returns', said: [{ do: ['file', 'prepare'], what: ['gst return'] }] },
  { id: 'leadership', said: [{ do: ['lead', 'supervise'], what: ['ten workers', 'team'] }] },
  { id: 'machines', said: [{ do: ['maintain'], what: ['equipment'] }] },
]);
const found = (text: string, telling: Telling = 'did'): string[] => findSaid(taxonomy, text, telling).filter(({ negated }) => !negated).map(({ skillId }) => skillId);

describe('what somebody did is found', () => {
  test.each<[string, string, string[]]>([
    ['with its verb first', 'Administered injections to inpatients.', ['medication']],
    ['with words between', 'Give oral and intravenous medicines.', ['medication']],
    ['in the irregular past', 'Gave medicines at night.', ['medication']],
    ['in a list of doings', 'Bathed patients, dressed wounds and gave injections.', ['wounds', 'medication']],
    ['as one of two verbs', 'Prepare and file GST returns.', ['returns']],
    ['behind a duty', 'Responsible for filing GST returns; duties included giving injections.', ['returns', 'medication']],
    ['with any number', 'Supervised 14 workers.', ['leadership']],
    ['with a number in words', 'Led twenty workers.', ['leadership']],
    ['over a broken line', 'Gave intravenous\nmedicines twice a day.', ['medication']],
    ['behind an adverb', 'Independently dressed wounds.', ['wounds']],
  ])('%s', (_, text, skills) => {
    expect(found(text)).toEqual(skills);
  });
});

describe('what the writer does not do is not', () => {
  test.each<[string, string]>([
    ['others do it', 'Helped nurses who give injections.'],
    ['somebody is hired for it', 'Hired a clerk to file GST returns.'],
    ['it is a firm’s', 'The hospital gives medicines to the poor.'],
    ['it is seen', 'Observed nurses giving injections.'],
    ['it is to come', 'Will administer injections from May.'],
    ['it is to be learned', 'Planning to learn to dress wounds.'],
    ['it is denied', 'No experience of dressing wounds.'],
    ['a thing was made for it', 'Built an app for tracking and filing GST returns.'],
    ['it is talked about', 'Gave talks on medicines.'],
    ['the thing is another', 'Maintained equipment records.'],
    ['the sentence is over', 'Gave. Medicines are in the store.'],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('an ad', () => {
  test.each<[string, string[]]>([
    ['You will give injections.', ['medication']],
    ['Ability to lead a team.', ['leadership']],
    ['Dress wounds and give medicines.', ['wounds', 'medication']],
    ['Cleaned wounds are shown to the doctor.', []],
  ])('%s', (text, skills) => {
    expect(found(text, 'asked')).toEqual(skills);
  });
});

test('a mention spans from the verb to what it is done to', () => {
  const text = 'Here I gave oral medicines daily.';
  const [mention] = findSaid(taxonomy, text, 'did');
  expect(mention).toMatchObject({ described: true, form: 'medicine', confidence: 0.6 });
  expect(text.slice(mention?.start, mention?.end)).toBe('gave oral medicines');
});

test('a long text of verbs and things is done with in time', () => {
  const begun = performance.now();
  findSaid(taxonomy, 'give and give medicine '.repeat(20_000), 'did');
  expect(performance.now() - begun).toBeLessThan(3000);
});
