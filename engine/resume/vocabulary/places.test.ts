import { expect, test } from 'vitest';
import { isRegion } from './places.ts';

test.each(['Lagos State', 'Rivers State', 'Akwa Ibom State', 'Eastern Province', 'Cook County', 'Karnataka', 'TX'])('%s is a region', (text) => {
  expect(isRegion(text)).toBe(true);
});
test.each(['Ohio State', 'Penn State', 'San Diego State', 'Solid State', 'Ready State', 'State'])('%s is none', (text) => {
  expect(isRegion(text)).toBe(false);
});
