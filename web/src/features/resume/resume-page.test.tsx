// @vitest-environment happy-dom
import '../../test-support/browser.ts';
import { QueryClient, useQuery } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { fakeApi, refuse } from '../../test-support/fake-api.ts';
import { show } from '../../test-support/show.tsx';
import { ResumeView } from './resume-page.tsx';
import { resumeQuery } from './resume-queries.ts';
import { aResume } from './resume.fixture.ts';

const resume = aResume();
const path = `/resumes/${resume.id}`;
const readBack = {
  score: 71.4, quality: 78.6, role: null,
  parts: [
    { part: 'completeness', score: 71.4, weight: 0.525, reasons: [
      { what: { code: 'read-back.section-missing.summary', params: {} }, effect: -14.3, evidence: [] },
      { what: { code: 'read-back.section-found.experience', params: {} }, effect: 0, evidence: [{ source: 'resume', page: 1, line: 2, text: 'Software Intern, Nimbus' }] },
    ] },
    { part: 'formatting', score: 60, weight: 0.35, reasons: [{ what: { code: 'read-back.dates-without-years', params: { count: 1, total: 1 } }, effect: -40, evidence: [] }] },
    { part: 'length', score: 100, weight: 0.125, reasons: [] },
  ],
};
const versions = { [`GET ${path}/read-back`]: () => readBack, [`GET ${path}/versions`]: () => ({ items: [] }) };

function Page() {
  const { data } = useQuery(resumeQuery(resume.id));
  return data ? <ResumeView resume={data} /> : null;
}

function showPage() {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  queryClient.setQueryData(resumeQuery(resume.id).queryKey, resume);
  return show(<Page />, queryClient);
}

const line = (text: string) => screen.getByRole('button', { name: text });

it('a field marks the lines behind it, and a line the fields that came from it', async () => {
  const user = userEvent.setup();
  fakeApi(versions);
  const { container } = await showPage();
  await user.click(screen.getByRole('button', { name: 'Role: Software Intern' }));
  expect(line('Software Intern, Nimbus').getAttribute('aria-pressed')).toBe('true');
  expect(line('Asha Verma').getAttribute('aria-pressed')).toBe('false');

  await user.click(line('Software Intern, Nimbus'));
  expect([...container.querySelectorAll('[data-selected]')].map((field) => field.getAttribute('data-path'))).toEqual(['experience.p1l2.role', 'experience.p1l2.organisation']);
});

it('a correction is sent with those before it, is marked, and can be taken back', async () => {
  const user = userEvent.setup();
  const corrected = { path: 'contact.name', value: 'Asha R. Verma' };
  const calls = fakeApi({
    ...versions,
    [`PUT ${path}`]: ({ body }) => {
      const { corrections } = body as { corrections: (typeof corrected)[] };
      const name = corrections.length > 0 ? { value: corrected.value, confidence: 1, evidence: [], corrected: true } : resume.fields.contact.name;
      return aResume({ corrections, fields: { ...resume.fields, contact: { ...resume.fields.contact, name } } });
    },
  });
  await showPage();
  await user.click(screen.getByRole('button', { name: 'Correct: Name' }));
  const input = screen.getByRole('textbox', { name: 'Name' });
  await user.clear(input);
  await user.type(input, 'Asha R. Verma{Enter}');
  await screen.findByText('corrected by you');
  expect(calls.at(-1)?.body).toEqual({ corrections: [corrected] });

  await user.click(screen.getByRole('button', { name: 'Name: back to what was read' }));
  await waitFor(() => { expect(screen.queryByText('corrected by you')).toBeNull(); });
  expect(calls.filter(({ method }) => method === 'PUT').at(-1)?.body).toEqual({ corrections: [] });
});

it('keeps what was typed when it cannot be stored', async () => {
  const user = userEvent.setup();
  fakeApi({ ...versions, [`PUT ${path}`]: () => refuse(422, 'resume.correction-invalid') });
  await showPage();
  await user.click(screen.getByRole('button', { name: 'Correct: Name' }));
  await user.type(screen.getByRole('textbox', { name: 'Name' }), ' II{Enter}');
  await screen.findByRole('alert');
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveProperty('value', 'Asha Verma II');
});

it('asks to check only what was read with doubt', async () => {
  fakeApi(versions);
  const { container } = await showPage();
  const asked = within(container).getAllByText('check this').map((mark) => mark.closest('[data-path]')?.getAttribute('data-path'));
  expect(asked).toEqual(['experience.p1l2.organisation']);
});

it('says what a machine makes of it, what costs most first, with the lines behind each part', async () => {
  const user = userEvent.setup();
  fakeApi(versions);
  await showPage();
  const section = screen.getByRole('region', { name: 'How a machine reads it' });
  await within(section).findByText('71.4 of 100');
  expect(within(within(section).getByRole('list', { name: 'What costs most' })).getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    '1 of 1 entries has a date without its year. Write dates like “Jun 2023 – May 2024”.',
    'No summary was found. Two or three sentences under the heading “Summary” are enough.',
  ]);
  await user.click(within(section).getByRole('button', { name: 'Sections 71.4 of 100. Show why' }));
  const drawer = await screen.findByRole('dialog', { name: 'Sections' });
  expect(within(drawer).getByText(/Software Intern, Nimbus/)).toBeDefined();
});

it('looks for the words of the role that was chosen, and no longer when it is let go', async () => {
  const user = userEvent.setup();
  let asked = 0;
  const words = { part: 'keywords', score: 40, weight: 0.2, reasons: [] };
  fakeApi({
    ...versions,
    [`GET ${path}/read-back`]: () => ((asked += 1) === 1 ? readBack : { ...readBack, role: { id: 'backend-developer', name: 'Backend developer' }, parts: [...readBack.parts, words] }),
    'GET /roles': () => ({ items: [{ id: 'backend-developer', name: 'Backend developer', summary: 'Writes services.' }], total: 1, nextCursor: null }),
  });
  await showPage();
  await user.click(screen.getByRole('textbox', { name: 'Look for the words of a role' }));
  await user.click(await screen.findByRole('option', { name: /Backend developer/ }));
  await screen.findByRole('button', { name: 'Words of the role Backend developer 40 of 100. Show why' });
  await user.click(screen.getByRole('button', { name: 'Without a role' }));
  await waitFor(() => { expect(screen.queryByText('Words of the role Backend developer')).toBeNull(); });
});
