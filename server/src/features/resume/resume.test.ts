import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import { testApp, type Api, type TestApp } from '../../test-support/app.ts';
import { sampleFacts, sampleResumes, sampleText, type SampleFile } from '../../test-support/sample-resumes.ts';
import { asOwner, storedFiles } from '../../test-support/stored.ts';

let app: TestApp;
beforeAll(async () => { app = await testApp({ work: true }); });
afterAll(() => app.close());

const student = async () => app.as(await app.make.person());
const upload = (api: Api, file: SampleFile = sampleText, headers: Record<string, string> = {}) => api.upload('/resumes', { file }, { headers });
const replace = (api: Api, id: string, file: SampleFile) => api.upload(`/resumes/${id}/versions`, { file });
const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');
const levelOf = (body: { skills: { skillId: string; level: number }[] }, skillId: string) => body.skills.find((skill) => skill.skillId === skillId)?.level;

describe.each(await sampleResumes())('a resume as $kind', ({ kind, file }) => {
  test('is read: every fact, with its skills and the lines behind them', async () => {
    const api = await student();
    const { status, body } = await upload(api, file);
    expect([status, body.kind, body.state, body.version, body.fileName, body.warnings]).toEqual([201, kind, 'read', 1, file.name, []]);
    const { fields } = body;
    expect({
      name: fields.contact.name.value, email: fields.contact.emails[0].value, organisation: fields.experience[0].organisation.value, role: fields.experience[0].role.value,
      start: fields.experience[0].start.value, institution: fields.education[0].institution.value, skills: body.skills.map(({ skillId }: { skillId: string }) => skillId),
    }).toMatchObject({ ...sampleFacts, skills: expect.arrayContaining([...sampleFacts.skills]) });
    const [line] = fields.experience[0].role.evidence;
    expect(body.lines.find((one: { page: number; line: number }) => one.page === line.page && one.line === line.line).text).toContain(line.text);
    expect((await api.get(`/resumes/${body.id}`)).body).toEqual(body);
  });

  test('comes back byte for byte, and as JSON Resume', async () => {
    const api = await student();
    const { body } = await upload(api, file);
    const got = await api.get(`/resumes/${body.id}/file`);
    expect([got.status, sha256(got.bytes), got.headers['content-disposition']]).toEqual([200, sha256(file.content), expect.stringContaining(file.name)]);
    const exported = await api.get(`/resumes/${body.id}/json-resume`);
    expect(exported.body).toMatchObject({ basics: { name: sampleFacts.name, email: sampleFacts.email }, work: [{ name: sampleFacts.organisation, position: sampleFacts.role, startDate: '2022-01' }] });
  });
});

test('lines of a PDF say where they stand on their page', async () => {
  const [pdf] = await sampleResumes();
  const { body } = await upload(await student(), pdf?.file);
  for (const { box } of body.lines) {
    for (const value of Object.values(box)) expect(value).toBeGreaterThanOrEqual(0);
    expect([box.x + box.width <= 1, box.y + box.height <= 1, box.width > 0, box.height > 0]).toEqual([true, true, true, true]);
  }
});

describe('reading it back as a machine does', () => {
  test('says what is missing and what was found, with the lines', async () => {
    const api = await student();
    const { body } = await upload(api);
    const { status, body: answer } = await api.get(`/resumes/${body.id}/read-back`);
    const [completeness] = answer.parts;
    const codes = completeness.reasons.filter(({ effect }: { effect: number }) => effect < 0).map(({ what }: { what: { code: string } }) => what.code);
    expect([status, answer.role, completeness.score, codes]).toEqual([200, null, 57.1, ['summary', 'projects', 'certifications'].map((section) => `read-back.section-missing.${section}`)]);
    expect(completeness.reasons[0].evidence[0]).toMatchObject({ source: 'resume', page: 1, line: 1, text: sampleFacts.name });
  });

  test('counts the words of a role, and refuses one that is not known', async () => {
    const api = await student();
    const { body } = await upload(api);
    const { body: answer } = await api.get(`/resumes/${body.id}/read-back?roleId=backend-developer`);
    const keywords = answer.parts.find(({ part }: { part: string }) => part === 'keywords');
    expect(answer.role).toEqual({ id: 'backend-developer', name: expect.any(String) });
    expect([keywords.score > 0, keywords.score < 100]).toEqual([true, true]);
    expect((await api.get(`/resumes/${body.id}/read-back?roleId=astronaut-in-chief`)).body.code).toBe('role.unknown');
  });

  test('is for its owner alone', async () => {
    const { body } = await upload(await student());
    const other = await (await student()).get(`/resumes/${body.id}/read-back`);
    expect([other.status, other.body.code]).toEqual([404, 'resume.unknown']);
  });
});

describe('corrections', () => {
  test('win over what was read, also in the skills and what is compared by them, until they are taken back', async () => {
    const api = await student();
    const { body } = await upload(api);
    const corrections = [{ path: 'contact.name', value: 'Meera R. Joshi' }, { path: `experience.${body.fields.experience[0].id}`, value: null }, { path: 'skills', value: ['Rust'] }];
    const corrected = await api.put(`/resumes/${body.id}`, { corrections });
    expect(corrected.body.fields.contact.name).toMatchObject({ value: 'Meera R. Joshi', corrected: true, confidence: 1 });
    expect([corrected.body.fields.experience, corrected.body.corrections]).toEqual([[], corrections]);
    expect([levelOf(corrected.body, 'rust'), levelOf(corrected.body, 'django')]).toEqual([expect.any(Number), undefined]);
    const mine = await api.get('/me/skills');
    expect([levelOf({ skills: mine.body.items }, 'rust'), levelOf({ skills: mine.body.items }, 'django')]).toEqual([expect.any(Number), undefined]);
    const gap = await api.post('/skill-gaps', { roleId: 'backend-developer' });
    expect(gap.body.strengths.map(({ skillId }: { skillId: string }) => skillId)).toContain('rust');

    const back = await api.put(`/resumes/${body.id}`, { corrections: [] });
    expect([back.body.fields, back.body.skills]).toEqual([body.fields, body.skills]);
  });

  test('survive a replacement, and one for an entry that is not there any more harms nothing', async () => {
    const api = await student();
    const { body } = await upload(api);
    const corrections = [{ path: 'contact.name', value: 'Meera R. Joshi' }, { path: `experience.${body.fields.experience[0].id}.role`, value: 'Lead Developer' }];
    await api.put(`/resumes/${body.id}`, { corrections });
    const replaced = await replace(api, body.id, { name: 'short.txt', content: 'Meera Joshi\nmeera@mail.example\n\nSkills\nPython, SQL\n' });
    expect([replaced.status, replaced.body.version, replaced.body.fields.contact.name.value, replaced.body.fields.experience]).toEqual([201, 2, 'Meera R. Joshi', []]);
    expect((await api.get(`/resumes/${body.id}`)).body).toEqual(replaced.body);
    const again = await replace(api, body.id, sampleText);
    expect(again.body.fields.experience[0].role.value).toBe('Lead Developer');
  });

  describe('of an entry, in a newer version of the file', () => {
    const acme = 'Engineer, Acme, Jan 2020 - Mar 2021\n- Wrote services in Java\n';
    const birch = 'Analyst, Birch, Apr 2021 - May 2023\n- Wrote reports in SQL\n';
    const cedar = 'Team Lead, Cedar, Jun 2023 - Present\n- Led four people\n';
    const fileOf = (...jobs: readonly string[]) => ({ name: 'asha.txt', content: `Asha Verma\nasha@mail.example\n\nExperience\n${jobs.join('\n')}\nSkills\nJava, SQL\n` });
    const pathOf = (body: { fields: { experience: { id: string; organisation: { value: string } }[] } }, organisation: string) => `experience.${body.fields.experience.find((entry) => entry.organisation.value === organisation)?.id ?? ''}`;
    const jobsOf = (body: { fields: { experience: { organisation: { value: string }; role: { value: string } }[] } }) => body.fields.experience.map((entry) => `${entry.role.value}, ${entry.organisation.value}`);
    const lost = { code: 'resume.correction-without-entry', params: { entry: 'Engineer, Acme' } };

    test('stays with it when its lines move, and can be taken back there', async () => {
      const api = await student();
      const { body } = await upload(api, fileOf(acme, birch));
      const path = pathOf(body, 'Acme');
      await api.put(`/resumes/${body.id}`, { corrections: [{ path: `${path}.role`, value: 'Principal Engineer' }, { path: `${path}.organisation`, value: 'Acme Systems Ltd' }] });
      const replaced = await replace(api, body.id, fileOf(cedar, acme, birch));
      expect([jobsOf(replaced.body), replaced.body.warnings]).toEqual([['Team Lead, Cedar', 'Principal Engineer, Acme Systems Ltd', 'Analyst, Birch'], body.warnings]);
      const moved = pathOf(replaced.body, 'Acme Systems Ltd');
      expect([moved === path, replaced.body.corrections]).toEqual([false, [{ path: `${moved}.role`, value: 'Principal Engineer' }, { path: `${moved}.organisation`, value: 'Acme Systems Ltd' }]]);
      const back = await api.put(`/resumes/${body.id}`, { corrections: replaced.body.corrections.slice(1) });
      expect(jobsOf(back.body)).toEqual(['Team Lead, Cedar', 'Engineer, Acme Systems Ltd', 'Analyst, Birch']);
    });

    test('that takes it out takes out no other', async () => {
      const api = await student();
      const { body } = await upload(api, fileOf(acme, birch));
      await api.put(`/resumes/${body.id}`, { corrections: [{ path: pathOf(body, 'Acme'), value: null }] });
      expect(jobsOf((await replace(api, body.id, fileOf(cedar, acme, birch))).body)).toEqual(['Team Lead, Cedar', 'Analyst, Birch']);
    });

    test('that has no such entry is kept and said, and holds again when the entry is back', async () => {
      const api = await student();
      const { body } = await upload(api, fileOf(acme, birch));
      await api.put(`/resumes/${body.id}`, { corrections: [{ path: `${pathOf(body, 'Acme')}.role`, value: 'Principal Engineer' }] });
      const without = await replace(api, body.id, fileOf(cedar, birch));
      expect([jobsOf(without.body), without.body.warnings]).toEqual([['Team Lead, Cedar', 'Analyst, Birch'], [...body.warnings, lost]]);
      expect((await api.get(`/resumes/${body.id}`)).body).toEqual(without.body);
      const more = await api.put(`/resumes/${body.id}`, { corrections: [...without.body.corrections, { path: 'contact.name', value: 'Asha R. Verma' }] });
      expect([more.status, more.body.warnings]).toEqual([200, without.body.warnings]);
      const again = await replace(api, body.id, fileOf(cedar, birch, acme));
      expect([jobsOf(again.body)[2], again.body.warnings]).toEqual(['Principal Engineer, Acme', body.warnings]);
    });

    test('that has no such entry can be given up', async () => {
      const api = await student();
      const { body } = await upload(api, fileOf(acme, birch));
      await api.put(`/resumes/${body.id}`, { corrections: [{ path: pathOf(body, 'Acme'), value: null }] });
      expect((await replace(api, body.id, fileOf(birch))).body.warnings).toContainEqual(lost);
      expect((await api.put(`/resumes/${body.id}`, { corrections: [] })).body.warnings).toEqual(body.warnings);
      expect(jobsOf((await replace(api, body.id, fileOf(birch, acme))).body)).toEqual(['Analyst, Birch', 'Engineer, Acme']);
    });

    test('stays with it though it was stored before entries were known by what they say', async () => {
      const api = await student();
      const { body } = await upload(api, fileOf(acme, birch));
      const stored = [{ path: `${pathOf(body, 'Acme')}.role`, value: 'Principal Engineer' }];
      await asOwner(app.held.ownerUrl, (query) => query('update resume set corrections = $2 where id = $1', [body.id, JSON.stringify(stored)]));
      expect(jobsOf((await replace(api, body.id, fileOf(cedar, acme, birch))).body)).toEqual(['Team Lead, Cedar', 'Principal Engineer, Acme', 'Analyst, Birch']);
    });
  });

  test.each([
    ['a field that no resume has', 'contact.shoeSize', '43'],
    ['a path into the object itself', '__proto__.polluted', 'yes'],
    ['a value of another form', 'contact.emails', 'not a list'],
    ['a date that is none', 'experience.p1l5.start', 'yesterday'],
    ['an entry that was not read', 'experience.p9l99.role', 'Developer'],
    ['an entry to take out that was not read', 'experience.p9l99', null],
    ['an entry that was not added', 'experience.new-1.role', 'Developer'],
    ['nothing', '', null],
  ])('of %s are refused, and change nothing', async (_case, path, value) => {
    const api = await student();
    const { body } = await upload(api);
    const refused = await api.put(`/resumes/${body.id}`, { corrections: [{ path: 'contact.name', value: 'Changed' }, { path, value }] });
    expect([refused.status, refused.body.code]).toEqual([422, 'resume.correction-invalid']);
    expect((await api.get(`/resumes/${body.id}`)).body).toEqual(body);
  });
});

test('signs that the database cannot keep are left out, and the rest is read', async () => {
  const api = await student();
  const content = '{"basics":{"name":"Meera\\u0000 Joshi\\ud83c","email":"meera@mail.example"},"skills":[{"name":"Python\\udfff"}],"work":[{"name":"Banyan\\u0000","highlights":["a\\u0000b"]}]}';
  const { status, body } = await upload(api, { name: 'meera.json', content });
  expect([status, body.fields.contact.name.value]).toEqual([201, expect.stringMatching(/^Meera Joshi/)]);
  expect((await api.get(`/resumes/${body.id}`)).status).toBe(200);
});

describe('versions', () => {
  test('are all kept and each can be had; the newest is the one that is read', async () => {
    const api = await student();
    const files = [sampleText, { name: 'second.md', content: '# Meera Joshi\n\n## Skills\n\nGo, Kubernetes\n' }, { name: 'third.txt', content: 'Meera Joshi\n\nSkills\nJava, Spring Boot\n' }];
    const { body } = await upload(api, files[0]);
    for (const file of files.slice(1)) await replace(api, body.id, file);
    const { items } = (await api.get(`/resumes/${body.id}/versions`)).body;
    expect(items.map(({ version, fileName }: { version: number; fileName: string }) => [version, fileName])).toEqual([[3, 'third.txt'], [2, 'second.md'], [1, 'meera.txt']]);
    for (const [index, file] of files.entries()) expect(sha256((await api.get(`/resumes/${body.id}/file`, { query: { version: index + 1 } })).bytes)).toBe(sha256(file.content));
    expect(sha256((await api.get(`/resumes/${body.id}/file`)).bytes)).toBe(sha256(files[2]?.content ?? ''));
    expect((await api.get(`/resumes/${body.id}`)).body).toMatchObject({ kind: 'text', fileName: 'third.txt', version: 3 });
    expect((await api.get(`/resumes/${body.id}/file`, { query: { version: 4 } })).body.code).toBe('resume.version-unknown');
  });

  test('of four replacements at once are four, each with its own file', async () => {
    const api = await student();
    const { body } = await upload(api);
    const contents = [1, 2, 3, 4].map((number) => `Meera Joshi ${number}\n\nSkills\nPython, SQL\n`);
    const answers = await Promise.all(contents.map((content, index) => replace(api, body.id, { name: `${index}.txt`, content })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const { items } = (await api.get(`/resumes/${body.id}/versions`)).body;
    expect(items.map(({ version }: { version: number }) => version)).toEqual([5, 4, 3, 2, 1]);
    const got = await Promise.all([2, 3, 4, 5].map(async (version) => sha256((await api.get(`/resumes/${body.id}/file`, { query: { version } })).bytes)));
    expect(got.toSorted()).toEqual(contents.map(sha256).toSorted());
  });

  test('that are refused leave the one before as it was', async () => {
    const api = await student();
    const { body } = await upload(api);
    expect((await replace(api, body.id, { name: 'cv.txt', content: '' })).body.code).toBe('resume.empty-file');
    expect((await api.get(`/resumes/${body.id}`)).body).toEqual(body);
    expect((await api.get(`/resumes/${body.id}/versions`)).body.items).toHaveLength(1);
  });
});

describe('erasing a resume', () => {
  test('removes its rows and the files of every version', async () => {
    const api = await student();
    const { body } = await upload(api);
    await replace(api, body.id, { name: 'second.txt', content: 'Meera Joshi\n\nSkills\nGo\n' });
    const ofResume = async () => (await storedFiles(app.settings.filesDirectory)).filter(({ key }) => key.includes(body.id));
    expect(await ofResume()).toHaveLength(2);
    expect((await api.delete(`/resumes/${body.id}`)).status).toBe(204);
    await app.jobsDone();
    expect(await ofResume()).toEqual([]);
    const rows = await asOwner(app.held.ownerUrl, (query) => query('select 1 from resume where id = $1 union all select 1 from resume_version where resume_id = $1', [body.id]));
    expect(rows).toEqual([]);
    for (const path of ['', '/file', '/versions', '/json-resume']) expect((await api.get(`/resumes/${body.id}${path}`)).body.code).toBe('resume.unknown');
    expect((await api.delete(`/resumes/${body.id}`)).body.code).toBe('resume.unknown');
    expect((await replace(api, body.id, sampleText)).body.code).toBe('resume.unknown');
  });

  test('leaves the gaps that were measured with it', async () => {
    const api = await student();
    const { body } = await upload(api);
    const gap = await api.post('/skill-gaps', { resumeId: body.id, roleId: 'backend-developer' });
    await api.delete(`/resumes/${body.id}`);
    expect((await api.get(`/skill-gaps/${gap.body.id}`)).body).toEqual({ ...gap.body, resumeId: null });
  });
});

test('the list is in pages, newest first, with the number of all', async () => {
  const api = await student();
  const made: string[] = [];
  for (let count = 0; count < 3; count += 1) {
    app.clock.milliseconds += 1000;
    made.unshift((await upload(api)).body.id);
  }
  const first = (await api.get('/resumes', { query: { limit: 2 } })).body;
  const second = (await api.get('/resumes', { query: { limit: 2, cursor: first.nextCursor } })).body;
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(made);
  expect([first.total, second.total, second.nextCursor]).toEqual([3, 3, null]);
  const past = await api.get('/resumes', { query: { cursor: Buffer.from(JSON.stringify(['2000-01-01T00:00:00.000Z', made[0]])).toString('base64url') } });
  expect(past.body).toEqual({ items: [], total: 3, nextCursor: null });
});

test('an upload sent again with its Idempotency-Key is kept once; another file under the same key is refused', async () => {
  const api = await student();
  const key = { 'idempotency-key': 'upload-1' };
  const first = await upload(api, sampleText, key);
  expect((await upload(api, sampleText, key)).body).toEqual(first.body);
  expect((await upload(api, { name: 'other.txt', content: 'Meera\n\nSkills\nGo\n' }, key)).body.code).toBe('request.idempotency-conflict');
  expect((await api.get('/resumes')).body.total).toBe(1);
});
