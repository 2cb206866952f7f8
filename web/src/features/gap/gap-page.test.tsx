// @vitest-environment happy-dom
import '../../test-support/browser.ts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { fakeApi } from '../../test-support/fake-api.ts';
import { show } from '../../test-support/show.tsx';
import { GapView } from './gap-page.tsx';
import { aGap } from './gap.fixture.ts';

beforeEach(() => { fakeApi({ 'GET /roadmaps': () => ({ items: [], total: 0, nextCursor: null }) }); });

const percentage = () => screen.getByTestId('weighted-match').textContent;

it('moves the percentage as missing skills are ticked, and back when they are cleared', async () => {
  const user = userEvent.setup();
  await show(<GapView gap={aGap()} />);
  expect(percentage()).toBe('50%');

  await user.click(screen.getByRole('checkbox', { name: /TypeScript/ }));
  await waitFor(() => { expect(percentage()).toBe('90%'); });
  await user.click(screen.getByRole('checkbox', { name: /Docker/ }));
  await waitFor(() => { expect(percentage()).toBe('100%'); });
  expect(screen.getByText('From 50% to 100% with 2 skills learned')).toBeTruthy();

  await user.click(screen.getByRole('button', { name: 'Clear' }));
  await waitFor(() => { expect(percentage()).toBe('50%'); });
});

it('shows the sentence of the ad behind a missing skill where it stands', async () => {
  const user = userEvent.setup();
  const reasons = [{ what: { code: 'importance.must', params: {} }, effect: 50, evidence: [{ source: 'job-ad' as const, start: 0, end: 36, text: 'You must know TypeScript and Docker.' }] }];
  const [typescript, docker] = aGap().missing;
  await show(<GapView gap={aGap({ missing: [{ ...typescript!, reasons }, docker!] })} />);
  await user.click(screen.getByRole('button', { name: /^TypeScript: Importance 80/ }));
  const drawer = await screen.findByRole('dialog', { name: 'TypeScript' });
  expect(within(drawer).getByText('You must know TypeScript and Docker.').tagName).toBe('MARK');
});

it('says "similar" and never "met" of a skill that stands in for another', async () => {
  const [sql] = aGap().matched;
  await show(<GapView gap={aGap({ matched: [{ ...sql!, match: 'similar', similarTo: { skillId: 'mysql', name: 'MySQL', score: 0.8 } }] })} />);
  expect(screen.getByText('You know MySQL, which is similar (80 %). It counts in part.')).toBeTruthy();
  expect(screen.getByText('0 met')).toBeTruthy();
});

it('leads to another job when nothing is missing', async () => {
  await show(<GapView gap={aGap({ missing: [] })} />);
  expect(screen.getByRole('link', { name: 'Compare another job' })).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Plan the way' })).toBeNull();
});

it('leads back to the roadmap that was planned from it', async () => {
  fakeApi({ 'GET /roadmaps': () => ({ items: [{ id: 'r1', skillGapId: aGap().id }], total: 1, nextCursor: null }) });
  await show(<GapView gap={aGap()} />);
  expect((await screen.findByRole('link', { name: 'Go on with the roadmap' })).getAttribute('href')).toContain('r1');
});

it('shows what the ad asks for in other words with its sentence, and counts it nowhere', async () => {
  const user = userEvent.setup();
  const phrase = (text: string) => ({ text, kind: 'skill' as const, confidence: 0.62, evidence: { source: 'job-ad' as const, start: 0, end: 40, text: `You can ${text} every day.` } });
  await show(<GapView gap={aGap({ otherPhrases: ['calm guests', 'mend nets', 'sort mail', 'lead tours', 'tune pianos', 'plan menus', 'grow roses'].map(phrase) })} />);
  const section = screen.getByRole('region', { name: 'Also asked for, not in what Cairn knows' });
  expect(within(section).getByText('You can calm guests every day.')).toBeTruthy();
  expect(within(section).getAllByText('Something to do or to be · 62% sure')).toHaveLength(6);
  expect(percentage()).toBe('50%');
  await user.click(within(section).getByRole('button', { name: 'Show all 7' }));
  expect(within(section).getByText('grow roses')).toBeTruthy();
});

it('names the role that the ad looks like, says why and offers the way there', async () => {
  const user = userEvent.setup();
  const reasons = [{ what: { code: 'nearest-role.title', params: { title: 'Staff Nurse', role: 'Nurse', percent: 90 } }, effect: 0.9, evidence: [{ source: 'formula' as const, id: 'nearest-role' }] }];
  await show(<GapView gap={aGap({ looksLike: { id: 'nurse', name: 'Nurse', confidence: 0.81, reasons } })} />);
  const section = screen.getByRole('region', { name: 'The role this looks like' });
  expect(within(section).getByText('This looks like: Nurse (81% sure).')).toBeTruthy();
  expect(within(section).getByRole('link', { name: 'Plan the way to this role' }).getAttribute('href')).toBe('/roadmaps/new?role=nurse');
  await user.click(within(section).getByRole('button', { name: 'Why this role?' }));
  expect(await screen.findByText('The title “Staff Nurse” is 90% like a title of Nurse.')).toBeTruthy();
});

it('names no role where none is likely enough', async () => {
  await show(<GapView gap={aGap()} />);
  expect(screen.queryByRole('region', { name: 'The role this looks like' })).toBeNull();
});

it('says nothing of other words when there are none', async () => {
  await show(<GapView gap={aGap()} />);
  expect(screen.queryByText('Also asked for, not in what Cairn knows')).toBeNull();
});

it('says where the job is and how senior, in words, and nothing where the ad does not', async () => {
  const { unmount } = await show(<GapView gap={aGap({ job: { seniority: 'lead', place: { name: 'Pune', state: 'Maharashtra', country: 'IN' }, isRemote: true } })} />);
  expect(screen.getByText('Tidewater · Pune, India · Remote work possible · Lead')).toBeTruthy();
  unmount();
  await show(<GapView gap={aGap()} />);
  expect(screen.getByText('Tidewater')).toBeTruthy();
});
