// @vitest-environment happy-dom
import '../../test-support/browser.ts';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import { afterEach, describe, expect, test } from 'vitest';
import { fakeApi, refuse } from '../../test-support/fake-api.ts';
import { show } from '../../test-support/show.tsx';
import { EntryEditor, EntryForm } from './entry-page.tsx';
import { emptyEntry } from './knowledge-model.ts';
import { ImportView } from './import-page.tsx';
import { ImportsPage } from './imports-page.tsx';
import { KnowledgePage } from './knowledge-page.tsx';

const hindi = import.meta.glob<Record<string, string>>('../../locales/hi/knowledge.json', { import: 'default', eager: true });

const head = { kind: 'skill', id: 'bidri-inlay', name: 'Bidri inlay', source: 'esco', sourceUri: null, overrides: false, updatedAt: '2026-01-01T00:00:00Z' };
const list = (items: unknown[]) => ({ items, total: items.length, nextCursor: null });
const skill = { id: 'bidri-inlay', name: 'Bidri inlay', category: 'trade', aliases: ['bidriware'], ambiguous: [], hours: [20, 40, 80, 160], demand: 0.2, prerequisites: [{ id: 'metalwork', level: 1 }], related: [{ id: 'metalwork', kind: 'similar', strength: 0.4 }], checkpoints: {} };
const entry = { kind: 'skill', id: 'bidri-inlay', source: 'staff', sourceUri: null, updatedAt: '2026-01-01T00:00:00Z', entry: skill, cairnsOwn: null };
const summary = { newSkills: 1, changedSkills: 1, newRoles: 0, changedRoles: 0, unchanged: 3, refused: 1, leftOut: 0 };
const imported = {
  id: '7', source: 'esco', state: 'proposed', category: 'trade', files: [{ kind: 'esco-skills', fileName: 'skills_en.csv', rows: 6, sizeBytes: 900 }], summary, createdAt: '2026-01-01T00:00:00Z', appliedAt: null, takenBackAt: null,
  changes: list([
    { kind: 'skill', id: 'esco-cast-zinc', sourceUri: 'u/1', before: null, after: { name: 'cast zinc', aliases: ['zinc casting'] } },
    { kind: 'skill', id: 'python', sourceUri: 'u/2', before: { name: 'Python', aliases: ['py'] }, after: { name: 'Python', aliases: ['py', 'snake script'] } },
  ]),
  remarks: [{ file: 'skills_en.csv', line: 5, code: 'ordinary-word', text: 'spring' }],
};

test('the entries are listed with their source, and an empty list says what to do', async () => {
  fakeApi({ 'GET /knowledge/entries': () => list([head]) });
  const shown = await show(<KnowledgePage />);
  expect((await screen.findByText('Bidri inlay')).closest('a')?.getAttribute('href')).toBe('/knowledge/entries/skill/bidri-inlay');
  expect(within(screen.getByText('Bidri inlay').closest('a') as HTMLElement).getByText('ESCO')).toBeTruthy();
  shown.unmount();
  fakeApi({ 'GET /knowledge/entries': () => list([]) });
  await show(<KnowledgePage />);
  expect(await screen.findByText('No entries of your own')).toBeTruthy();
});

describe("one of Cairn's resources is found beside skills and roles and opened to be changed", () => {
  afterEach(() => act(() => i18next.changeLanguage('en')));
  test.each([
    ['en', "Change one of Cairn's own", 'Resource · Kaggle · pandas, Python', 'Cairn knows no skill, role or resource by this name.'],
    ['hi', 'Cairn की अपनी कोई प्रविष्टि बदलिए', 'संसाधन · Kaggle · pandas, Python', 'Cairn इस नाम का कोई कौशल, भूमिका या संसाधन नहीं जानता।'],
  ])('%s', async (language, label, detail, none) => {
    let resources: unknown[] = [];
    fakeApi({
      'GET /knowledge/entries': () => list([]), 'GET /skills': () => list([]), 'GET /roles': () => list([]), 'GET /knowledge/resources': () => list(resources),
    });
    await show(<KnowledgePage />);
    for (const words of Object.values(hindi)) i18next.addResourceBundle('hi', 'knowledge', words);
    await act(() => i18next.changeLanguage(language));
    const user = userEvent.setup();
    await user.type(screen.getByRole('textbox', { name: label }), 'zzz');
    expect(await screen.findByText(none)).toBeTruthy();
    resources = [{ id: 'kaggle-pandas', title: 'Tables in Python', provider: 'Kaggle', skills: ['pandas', 'Python'] }];
    await user.type(screen.getByRole('textbox', { name: label }), 'pandas');
    const option = await screen.findByRole('option', { name: /^Tables in Python/ });
    expect(option.textContent).toContain(detail);
    await user.click(option);
    expect(await screen.findByText('elsewhere')).toBeTruthy();
  });
});

test('an entry is saved with what was changed and all that the form does not show', async () => {
  const calls = fakeApi({ 'GET /knowledge/entries/skill/bidri-inlay': () => entry, 'GET /skills/metalwork': () => ({ id: 'metalwork', name: 'Metalwork' }), 'PUT /knowledge/entries/skill/bidri-inlay': () => entry });
  await show(<EntryEditor kind="skill" entryId="bidri-inlay" />);
  const user = userEvent.setup();
  await user.type(await screen.findByLabelText(/Other ways of writing it/), '\ninlay of silver');
  await user.selectOptions(await screen.findByLabelText('Level of Metalwork'), '3');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => { expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ kind: 'skill', entry: { ...skill, aliases: ['bidriware', 'inlay of silver'], prerequisites: [{ id: 'metalwork', level: 3 }] } }); });
});

test('an import that was applied is taken back once somebody has confirmed it', async () => {
  let state = 'applied';
  const calls = fakeApi({
    'GET /knowledge/imports/7': () => ({ ...imported, state, appliedAt: '2026-01-02T00:00:00Z' }),
    'POST /knowledge/imports/7/take-back': () => ({ ...imported, state: (state = 'taken-back') }),
  });
  await show(<ImportView importId="7" />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Take back' }));
  expect(calls.some(({ method }) => method === 'POST')).toBe(false);
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Take back' }));
  expect(await screen.findByText(/^These changes were made and taken back/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Take back' })).toBeNull();
});

test.each([
  ['an entry', <EntryEditor key="entry" kind="skill" entryId="nope" />, 'There is no such entry', '/knowledge'],
  ['an import', <ImportView key="import" importId="nope" />, 'There is no such import', '/knowledge/imports'],
])('the address of no %s says so and leads back to those there are', async (_what, page, title, back) => {
  fakeApi({ 'GET /knowledge/entries/skill/nope': () => refuse(404, 'knowledge.unknown'), 'GET /knowledge/imports/nope': () => refuse(404, 'knowledge.import-unknown') });
  await show(page);
  expect(await screen.findByRole('heading', { name: title })).toBeTruthy();
  expect(screen.getByRole('link', { name: /^To the/ }).getAttribute('href')).toBe(back);
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('what does not fit is named', async () => {
  fakeApi({
    'GET /knowledge/entries/skill/bidri-inlay': () => entry, 'GET /skills/metalwork': () => ({ id: 'metalwork', name: 'Metalwork' }),
    'PUT /knowledge/entries/skill/bidri-inlay': () => refuse(422, 'knowledge.does-not-fit', { errors: [{ path: 'skill bidri-inlay', message: '"python" is also claimed by skill python' }] }),
  });
  await show(<EntryEditor kind="skill" entryId="bidri-inlay" />);
  await userEvent.setup().click(await screen.findByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/also claimed by skill python/)).toBeTruthy();
});

test('a role that asks for no skill is not sent; the form says where one is missing', async () => {
  const calls = fakeApi({});
  const begun = emptyEntry('role');
  await show(<EntryForm begun={begun} />);
  const user = userEvent.setup();
  await user.type(screen.getByLabelText(/^Name/), 'Lantern keeper');
  await user.type(screen.getByLabelText(/What somebody in this role does/), 'Keeps lanterns.');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect((await screen.findByRole('alert')).textContent).toBe('Add at least one skill under “Must have”.');
  expect(calls).toEqual([]);
});

test('taking an entry back asks first, and says which entries still name it', async () => {
  const calls = fakeApi({
    'GET /knowledge/entries/skill/bidri-inlay': () => entry, 'GET /skills/metalwork': () => ({ id: 'metalwork', name: 'Metalwork' }),
    'DELETE /knowledge/entries/skill/bidri-inlay': () => refuse(409, 'knowledge.still-used', { params: { by: 'role artisan' } }),
  });
  await show(<EntryEditor kind="skill" entryId="bidri-inlay" />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Take back' }));
  expect(calls.some(({ method }) => method === 'DELETE')).toBe(false);
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Take back' }));
  expect(await screen.findByText(/role artisan/)).toBeTruthy();
});

test('a chosen file begins an import in the category that was chosen', async () => {
  const calls = fakeApi({ 'GET /knowledge/imports': () => list([]), 'POST /knowledge/imports': () => imported });
  await show(<ImportsPage />);
  const user = userEvent.setup();
  await user.selectOptions(await screen.findByLabelText(/Kind of skill/), 'trade');
  await user.upload(screen.getByLabelText(/Choose a file/), new File(['conceptUri'], 'skills_en.csv', { type: 'text/csv' }));
  await waitFor(() => { expect((calls.find(({ method }) => method === 'POST')?.body as FormData | undefined)?.get('category')).toBe('trade'); });
  expect(await screen.findByText('elsewhere')).toBeTruthy();
});

test('a dry run shows what would change and what is refused, and is applied once asked', async () => {
  const calls = fakeApi({ 'GET /knowledge/imports/7': () => imported, 'POST /knowledge/imports/7/apply': () => refuse(409, 'knowledge.import-changed') });
  await show(<ImportView importId="7" />);
  const [, created, changed] = await screen.findAllByRole('row');
  expect([created?.textContent, changed?.textContent]).toEqual([expect.stringContaining('zinc casting'), expect.stringContaining('snake script')]);
  expect(changed?.lastElementChild?.textContent).not.toContain('py,');
  expect(screen.getByText(/spring · An ordinary word.*skills_en\.csv, line 5/)).toBeTruthy();
  await userEvent.setup().click(screen.getByRole('button', { name: 'Apply' }));
  expect(await screen.findByText('What is known here has changed since the dry run.')).toBeTruthy();
  expect(calls.filter(({ method }) => method === 'POST')).toHaveLength(1);
});

test.each([['reading', /being read\. You can leave/], ['applied', 'These changes were made.'], ['failed', /could not be read\. Add/]])('an import that is %s says so, and cannot be applied', async (state, words) => {
  fakeApi({ 'GET /knowledge/imports/7': () => ({ ...imported, state, summary: state === 'applied' ? summary : null }) });
  await show(<ImportView importId="7" />);
  expect(await screen.findByText(words)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Apply' })).toBeNull();
});
