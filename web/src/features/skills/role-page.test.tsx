// @vitest-environment happy-dom
import '../../test-support/browser.ts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { fakeApi } from '../../test-support/fake-api.ts';
import { show } from '../../test-support/show.tsx';
import { RoleView } from './role-page.tsx';
import type { PayBand, RoleAnswer } from './role-queries.ts';

const none = { entry: [], mid: [], senior: [], lead: [] };
const nurse: RoleAnswer = {
  id: 'registered-nurse', name: 'Registered Nurse', field: 'health', summary: 'Cares for patients.', titles: ['staff nurse'], seniority: { ...none, lead: ['Nurse Manager', 'Matron'] },
  must: [{ id: 'vital-signs', name: 'Vital signs', level: 3 }], should: [], nice: [], moves: [{ id: 'midwife', name: 'Midwife', summary: 'Helps at births.' }], pay: [], isco: null, escoCode: null,
};
const earnings: PayBand = { source: 'US Bureau of Labor Statistics, OEWS', url: 'https://www.bls.gov/oes/', country: 'US', currency: 'USD', year: 2023, basis: 'earnings', post: null, low: 63720, median: 86070, high: 132680 };
const scale: PayBand = { source: 'Government of India, pay matrix, Level 7', url: 'https://doe.gov.in/', country: 'IN', currency: 'INR', year: 2016, basis: 'scale', post: 'Nursing Officer', low: 538800, median: null, high: 1708800 };
const plain = (element: HTMLElement) => (element.textContent ?? '').replace(/\s+/gu, ' ');

it('never shows a figure of pay without its currency, country, year and source', async () => {
  fakeApi({});
  await show(<RoleView role={{ ...nurse, pay: [scale, earnings] }} />);
  const section = screen.getByRole('region', { name: 'What it pays' });
  const [indian, american] = within(section).getAllByRole('listitem').map(plain);
  expect(indian).toBe('INR 5,38,800 to INR 17,08,800 a year by pay scaleNursing Officer: first step to last, before allowancesIndia · since 2016 · Government of India, pay matrix, Level 7');
  expect(american).toBe('USD 86,070 a year in the middleEight in ten earn USD 63,720 to USD 1,32,680United States · 2023 · US Bureau of Labor Statistics, OEWS');
});

it('says plainly that there is no published figure', async () => {
  fakeApi({});
  await show(<RoleView role={nurse} />);
  expect(screen.getByText(/no published figure for this role, and does not guess/)).toBeTruthy();
});

it.each([['the role itself', 'Compare yourself', 'registered-nurse'], ['a role people move to', 'Compare yourself with Midwife', 'midwife']])('starts a comparison with %s', async (_what, name, roleId) => {
  const calls = fakeApi({ 'POST /skill-gaps': () => ({ id: '01930000-0000-7000-8000-000000000001' }) });
  await show(<RoleView role={nurse} />);
  await userEvent.setup().click(screen.getByRole('button', { name }));
  await waitFor(() => { expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({ roleId }); });
});

it('names the titles of a stage, and leaves out a stage of which nothing is known', async () => {
  fakeApi({});
  await show(<RoleView role={nurse} />);
  expect(screen.getByText('Nurse Manager · Matron')).toBeTruthy();
  expect(screen.queryByText('Settled')).toBeNull();
});
