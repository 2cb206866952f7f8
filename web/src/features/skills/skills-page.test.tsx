// @vitest-environment happy-dom
import '../../test-support/browser.ts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { fakeApi, refuse } from '../../test-support/fake-api.ts';
import { show } from '../../test-support/show.tsx';
import { SkillsPage } from './skills-page.tsx';
import type { ProfiledSkill } from './skills-queries.ts';

function aSkill(skillId: string, parts: Partial<ProfiledSkill> = {}): ProfiledSkill {
  return { skillId, name: skillId.toUpperCase(), category: 'database', level: 2, score: 50, confidence: 0.9, years: null, lastUsed: null, source: 'resume', reasons: [], evidence: [], ...parts };
}

const rowOf = (name: string) => screen.getByText(name).closest('li') as HTMLElement;

it.each([[0.02, '1 month'], [0.25, '3 months'], [1.5, '1.5 years']])('%d years are told as %s', async (years, words) => {
  fakeApi({ 'GET /me/skills': () => ({ items: [aSkill('sql', { years })] }) });
  await show(<SkillsPage />);
  expect(within((await screen.findByText('SQL')).closest('li') as HTMLElement).getByText(words)).toBeTruthy();
});

it('a level said in place counts at once as the person’s word, and the word can be taken back', async () => {
  const user = userEvent.setup();
  const said = aSkill('sql', { level: 3, source: 'person' });
  const calls = fakeApi({ 'GET /me/skills': () => ({ items: [aSkill('sql')] }), 'PUT /me/skills/sql': () => ({ items: [said] }), 'DELETE /me/skills/sql': () => ({ items: [aSkill('sql')] }) });
  await show(<SkillsPage />);
  await user.click(await screen.findByRole('button', { name: 'SQL, intermediate: correct the level' }));
  await user.click(screen.getByRole('radio', { name: 'advanced' }));
  expect(within(rowOf('SQL')).getByText('your own word')).toBeTruthy();
  await waitFor(() => { expect(calls.at(-1)).toMatchObject({ method: 'PUT', body: { level: 3 } }); });

  await user.click(screen.getByRole('button', { name: 'Take my word back; what was read holds again' }));
  await screen.findByRole('button', { name: 'SQL, intermediate: correct the level' });
});

it('a level the server refuses goes back to what it was', async () => {
  const user = userEvent.setup();
  fakeApi({ 'GET /me/skills': () => ({ items: [aSkill('sql')] }), 'PUT /me/skills/sql': () => refuse(422, 'skills.unknown') });
  await show(<SkillsPage />);
  await user.click(await screen.findByRole('button', { name: 'SQL, intermediate: correct the level' }));
  await user.click(screen.getByRole('radio', { name: 'expert' }));
  await screen.findByRole('alert');
  expect(screen.getByRole('button', { name: 'SQL, intermediate: correct the level' })).toBeTruthy();
});

it('asks about what was only guessed, and takes a no as level none', async () => {
  const user = userEvent.setup();
  const calls = fakeApi({ 'GET /me/skills': () => ({ items: [aSkill('sql'), aSkill('http', { confidence: 0.3, level: 1 })] }), 'PUT /me/skills/http': () => ({ items: [] }) });
  await show(<SkillsPage />);
  expect(await screen.findByRole('button', { name: 'HTTP: yes, that is right' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'SQL: yes, that is right' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'HTTP: I do not have it' }));
  await waitFor(() => { expect(calls.at(-1)).toMatchObject({ path: '/me/skills/http', body: { level: 0 } }); });
});
