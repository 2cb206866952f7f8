import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeOutWork } from './write-out-work.ts';

test.each([
  ['MEAL Officer', 'monitoring and evaluation Officer'],
  ['Meals on wheels driver', 'Meals on wheels driver'],
  ['M & E Expert', 'monitoring and evaluation Expert'],
  ['IT Expert', 'ICT Expert'],
  ['It is an office job', 'It is an office job'],
  ['Store Keeper', 'stock clerk inventory'],
  ['Senior Casher', 'Senior cashier'],
  ['Commis Chef', 'cook'],
  ['Sales Person (Shop)', 'sales assistant (Shop)'],
])('%s is written out as %s', (title, writtenOut) => {
  expect(writeOutWork(title)).toBe(writtenOut);
});

test('what is not in a list stays, names of an object’s own properties too', () => {
  expect(writeOutWork('constructor toString VALUEOF')).toBe('constructor toString VALUEOF');
  fc.assert(fc.property(fc.stringMatching(/^[0-9 .,;:()-]{0,60}$/), (text) => { expect(writeOutWork(text)).toBe(text); }));
});
