import { describe, expect, test, vi } from 'vitest';
import { findSaid, type Telling } from './find-said.ts';
import { compileTaxonomy } from './taxonomy.ts';

const taxonomy = compileTaxonomy([], [
  { id: 'medication', said: [{ do: ['give', 'administer'], what: ['medicine', 'injection'] }] },
  { id: 'wounds', said: [{ do: ['dress', 'clean'], what: ['wound'] }] },
  { id: 'returns', said: [{ do: ['file', 'prepare'], what: ['gst return'] }] },
  { id: 'leadership', said: [{ do: ['lead', 'supervise'], what: ['ten workers', 'team'] }] },
  { id: 'machines', said: [{ do: ['maintain'], what: ['equipment'] }] },
  { id: 'training', said: [{ do: ['conduct', 'give'], what: ['training'] }] },
  { id: 'employees', said: [{ do: ['manage'], what: ['ten employees'] }] },
  { id: 'blood', said: [{ do: ['take', 'collect'], what: ['blood sample'] }] },
  { id: 'welding', said: [{ do: ['weld'], what: ['pipe', 'plate'] }] },
  { id: 'driving', said: [{ do: ['drive'], what: ['truck'] }] },
  { id: 'teaching', said: [{ do: ['teach'], what: ['maths', 'class'] }] },
  { id: 'insurance', said: [{ do: ['sell'], what: ['policy'] }] },
  { id: 'cooking', said: [{ do: ['cook'], what: ['meal'] }] },
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
    ['to the last of several things', 'Dressed burns, ulcers and wounds.', ['wounds']],
    ['to a thing of several qualities', 'Gave oral, intravenous and topical medicines at night.', ['medication']],
    ['by the last of several verbs', 'Prepared, checked and filed GST returns.', ['returns']],
    ['by the first of several verbs', 'Maintained, cleaned and greased equipment.', ['machines']],
    ['to an amount of it', 'Gave 20 doses of medicines.', ['medication']],
    ['as a noun', 'Responsible for filing of GST returns.', ['returns']],
    ['because it was required', 'Was required to give injections.', ['medication']],
    ['as a habit', 'I used to drive trucks.', ['driving']],
    ['beside a machine that was built', 'Built a robot and welded pipes.', ['welding']],
    ['beside a talk', 'Attended a seminar on hygiene and gave injections.', ['medication']],
    ['behind a label', 'Night shift: gave injections.', ['medication']],
    ['as the project of a course', 'Course project: welded plates.', ['welding']],
    ['as one of two infinitives', 'Assigned to clean wounds and give injections; appointed to cut and weld pipes.', ['wounds', 'medication', 'welding']],
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
    ['a thing is used for it', 'Catalogued instruments used to take blood samples.'],
    ['others are required to', 'Nurses are required to give injections.'],
    ['a machine is able to', 'Built a robot able to weld pipes.'],
    ['a machine was built to do it', 'Built a machine to cut and weld pipes.'],
    ['a machine does it too', 'Designed a device to cut pipes, weld plates.'],
    ['it belongs to what was given', 'Managed records of 200 employees.'],
    ['it is a topic', 'Seminar: giving injections.'],
    ['it is the topic of a course', 'Course – driving trucks.'],
    ['it is played through', 'Simulated: drive a truck.'],
    ['it was played through', 'Simulation: drove a truck.'],
    ['they were trained in it', 'Training on cleaning rooms and giving injections.'],
    ['it was studied', 'Study of cutting sheets and welding pipes.'],
    ['it was learned', 'Learned to cut sheets and weld pipes.'],
    ['another thing was given', 'Gave talks, medicines were stored.'],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  test('being trained is not giving training', () => {
    expect(found('Gave injections, trained by senior nurses.')).toEqual(['medication']);
  });
});

describe('an ad', () => {
  test.each<[string, string[]]>([
    ['You will give injections.', ['medication']],
    ['Ability to lead a team.', ['leadership']],
    ['Dress wounds and give medicines.', ['wounds', 'medication']],
    ['Must be able to drive a truck.', ['driving']],
    ['The nurse is required to give injections.', ['medication']],
    ['We need a nurse to give injections and dress wounds.', ['medication', 'wounds']],
    ['At our school you will teach maths.', ['teaching']],
    ['Cleaned wounds are shown to the doctor.', []],
    ['Taught class of 2024 may apply.', []],
    ['Sold policies are listed here.', []],
    ['Given injections are recorded.', []],
    ['We teach maths to class 8.', []],
    ['Since 1990 we sell policies and cook meals for our staff.', []],
    ['We build homes, cook meals and drive trucks.', []],
    ['A robot able to weld pipes stands here.', []],
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

/** How often a set was asked while the text was read. */
function lookups(text: string, telling: Telling): number {
  const asked = vi.spyOn(Set.prototype, 'has');
  try {
    findSaid(taxonomy, text, telling);
    return asked.mock.calls.length;
  } finally {
    asked.mockRestore();
  }
}

test.each<[string, string, Telling]>([
  ['verbs and things', 'give and give medicine ', 'did'],
  ['an app that is never over', 'give injections, ', 'did'],
  ['gerunds that are led in by one another', 'giving and dressing and ', 'did'],
  ['adverbs', 'duly give medicine quickly ', 'did'],
  ['duties', 'was required to give medicine ', 'asked'],
])('twice as long a sentence of %s is twice the work', (_, piece, telling) => {
  const work = (times: number): number => lookups(`Build app, ${piece.repeat(times)}medicine`, telling);
  expect(work(400)).toBeLessThan(2.2 * work(200));
});
