// @vitest-environment happy-dom
import '../../test-support/browser.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { fakeApi, refuse, type ApiCall } from '../../test-support/fake-api.ts';
import { show } from '../../test-support/show.tsx';
import { PlanMaker } from './new-roadmap-page.tsx';
import { aRoadmap } from './roadmap.fixture.ts';

const gapId = '01930000-0000-7000-8000-000000000001';
const gapHead = { id: gapId, goal: { title: 'Data analyst', organisation: null }, weightedMatchPercentage: 50, missingCount: 2 };
const gap = { ...gapHead, missing: [{ skillId: 'sql', skill: 'SQL' }, { skillId: 'kafka', skill: 'Apache Kafka' }], matched: [], proficiencyGaps: [] };
const impossible = refuse(422, 'roadmap.impossible', {
  neededHours: 200, availableHours: 96,
  alternatives: [{ kind: 'more-weeks', weeks: 25 }, { kind: 'more-hours', hoursPerWeek: 17 }, { kind: 'more-of-both', weeks: 17, hoursPerWeek: 12 }, { kind: 'fewer-skills', skillIds: ['sql'], leftOut: ['kafka'] }],
});

async function askForTooMuch(): Promise<ApiCall[]> {
  const user = userEvent.setup();
  let asked = 0;
  const calls = fakeApi({
    'GET /skill-gaps': () => ({ items: [gapHead], total: 1, nextCursor: null }), [`GET /skill-gaps/${gapId}`]: () => gap,
    'POST /roadmaps': () => { asked += 1; return asked === 1 ? impossible : aRoadmap(); },
  });
  await show(<PlanMaker gapId={gapId} career={null} role={null} assumptions={null} />);
  await user.type(await screen.findByRole('textbox', { name: 'Weeks until you want to be there' }), '12');
  await user.click(screen.getByRole('button', { name: 'Plan the way' }));
  await screen.findByText('This does not fit the time you have');
  return calls;
}

const posted = (calls: ApiCall[]) => calls.filter(({ method }) => method === 'POST').map(({ body }) => body);

it.each([
  ['more weeks', /Take 25 weeks/, { weeksAvailable: 25 }],
  ['more hours', /Give 17 hours a week/, { hoursPerWeek: 17 }],
  ['more of both', /Take 17 weeks and give 12 hours a week/, { weeksAvailable: 17, hoursPerWeek: 12 }],
  ['fewer skills, named', /Leave 1 skill for later.*Left out: Apache Kafka/, { leaveOut: ['kafka'] }],
])('an impossible plan offers %s in one click', async (_what, choice, change) => {
  const user = userEvent.setup();
  const calls = await askForTooMuch();
  await user.click(await screen.findByRole('button', { name: choice }));
  await waitFor(() => { expect(posted(calls)).toHaveLength(2); });
  const [first, second] = posted(calls);
  expect(first).toMatchObject({ skillGapId: gapId, weeksAvailable: 12 });
  expect(second).toEqual({ ...(first as object), ...change });
});

it('a wish beyond every plan says so', async () => {
  fakeApi({ 'GET /skill-gaps': () => ({ items: [gapHead], total: 1, nextCursor: null }), [`GET /skill-gaps/${gapId}`]: () => gap, 'POST /roadmaps': () => refuse(422, 'roadmap.impossible', { neededHours: 13_000, availableHours: 4, alternatives: [] }) });
  await show(<PlanMaker gapId={gapId} career={null} role={null} assumptions={null} />);
  await userEvent.setup().click(await screen.findByRole('button', { name: 'Plan the way' }));
  await screen.findByText(/^The way takes 13,000 hours, and you have 4\. No plan .* nearer goal/);
});

const javaDeveloper = { currentRole: { roleId: 'java-developer', name: 'Java Developer', yearsOfExperience: 8, skills: [{ skillId: 'java', name: 'Java', level: 2 as const }, { skillId: 'sql', name: 'SQL', level: 3 as const }] }, unknownRole: null };

it('says what it takes for granted because of the current role, and leaves it out when asked to', async () => {
  const user = userEvent.setup();
  const calls = fakeApi({ 'GET /skill-gaps': () => ({ items: [gapHead], total: 1, nextCursor: null }), 'POST /roadmaps': () => impossible, [`GET /skill-gaps/${gapId}`]: () => gap });
  await show(<PlanMaker gapId={gapId} career={null} role={null} assumptions={javaDeveloper} />);
  await screen.findByText(/^Because you are a Java Developer with 8 years, .*: Java \(intermediate\) and SQL \(advanced\)\./);
  await user.click(screen.getByRole('button', { name: 'Plan the way' }));
  await waitFor(() => { expect(posted(calls)).toHaveLength(1); });
  await user.click(screen.getByRole('switch', { name: 'Count what my current role must know' }));
  await screen.findByText('Left out: the plan counts only your resume and your skills.');
  await user.click(screen.getByRole('button', { name: 'Plan the way' }));
  await waitFor(() => { expect(posted(calls)).toHaveLength(2); });
  expect(posted(calls).map((body) => (body as object))).toEqual([expect.not.objectContaining({ currentRoleId: null }), expect.objectContaining({ currentRoleId: null })]);
});

it('says when the current role is none that Cairn knows', async () => {
  fakeApi({ 'GET /skill-gaps': () => ({ items: [], total: 0, nextCursor: null }) });
  await show(<PlanMaker gapId={null} career={null} role={null} assumptions={{ currentRole: null, unknownRole: 'Student' }} />);
  await screen.findByText('Cairn does not know which role "Student" is, so nothing is counted for it.');
});
