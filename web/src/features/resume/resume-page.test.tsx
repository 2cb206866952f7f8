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
const versions = { [`GET ${path}/versions`]: () => ({ items: [] }) };

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
