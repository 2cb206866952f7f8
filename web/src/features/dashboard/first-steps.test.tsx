// @vitest-environment happy-dom
import '../../test-support/browser.ts';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fakeApi } from '../../test-support/fake-api.ts';
import { show } from '../../test-support/show.tsx';
import { FirstSteps } from './first-steps.tsx';
import type { Journey } from './journey.ts';

const withResume: Journey = { step: 'gap', placed: ['resume'], resumeId: '1', gap: null, roadmapId: null };
const withForm = (targetOrganisation: string | null) => fakeApi({ 'GET /me/career-form': () => ({ targetRoleId: null, targetOrganisation }) });

test('whoever has a company in mind is sent for an ad of it', async () => {
  withForm('Heron Data Works');
  await show(<FirstSteps journey={withResume} />);
  expect((await screen.findByText(/Heron Data Works/)).textContent).toContain('Paste an ad of theirs');
  expect(screen.getAllByRole('link')[0]?.getAttribute('href')).toBe('/gaps');
});
test('whoever has none compares with any job', async () => {
  withForm(null);
  await show(<FirstSteps journey={withResume} />);
  expect(await screen.findByText(/^Paste an ad or choose a role/)).toBeTruthy();
});
test('before there is a resume, the goal is not asked for', async () => {
  const calls = withForm('Heron Data Works');
  await show(<FirstSteps journey={{ ...withResume, step: 'resume', placed: [], resumeId: null }} />);
  expect([screen.getAllByRole('link')[0]?.getAttribute('href'), calls]).toEqual(['/resumes', []]);
});
