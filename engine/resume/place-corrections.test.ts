import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCorrections, type ResumeCorrection } from './corrections.ts';
import { acceptCorrections, anchorCorrections, followCorrections, lostWarnings } from './place-corrections.ts';
import { read } from './resume.fixture.ts';
import type { Experience, Resume } from './types.ts';

const acme = '**Engineer**, Acme\tJan 2020 – Mar 2021\n- Used Java';
const birch = '**Analyst**, Birch\tApr 2021 – Present\n- Used SQL';
const cedar = '**Team Lead**, Cedar\tJun 2023 – Present\n- Led four people';

const resumeOf = (...jobs: readonly string[]): Resume => read(`# Asha Verma\nasha@example.com\n\n## Experience\n${jobs.join('\n')}\n\n## Skills\nJava, SQL`).resume;
const jobIn = (resume: Resume, words: string): Experience => {
  const job = resume.experience.find(({ organisation, role }) => `${role?.value ?? ''}, ${organisation?.value ?? ''}`.includes(words));
  if (!job) throw new Error(`no job says ${words}`);
  return job;
};
const shown = (resume: Resume, corrections: readonly ResumeCorrection[]): string[] => {
  const applied = applyCorrections(resume, corrections);
  if (!applied.ok) throw new Error(applied.path);
  return applied.resume.experience.map(({ organisation, role }) => `${role?.value ?? ''}, ${organisation?.value ?? ''}`);
};
/** Corrects fields of one job of a resume, null its whole entry. */
const correct = (resume: Resume, words: string, fields: Readonly<Record<string, unknown>> | null): readonly ResumeCorrection[] => {
  const path = `experience.${jobIn(resume, words).id}`;
  const sent = fields === null ? [{ path, value: null }] : Object.entries(fields).map(([key, value]) => ({ path: `${path}.${key}`, value }));
  const accepted = acceptCorrections(resume, sent, []);
  if (!accepted.ok) throw new Error(accepted.path);
  return accepted.corrections;
};

const first = resumeOf(acme, birch);

describe('in another reading, a correction', () => {
  it.each<[string, readonly string[], Readonly<Record<string, unknown>> | null, readonly string[]]>([
    ['stays with its entry where one came on top', [cedar, acme, birch], { role: 'Principal', organisation: 'Acme Ltd' }, ['Team Lead, Cedar', 'Principal, Acme Ltd', 'Analyst, Birch']],
    ['takes out its entry and no other', [cedar, acme, birch], null, ['Team Lead, Cedar', 'Analyst, Birch']],
    ['of an entry that is gone touches no other', [cedar, birch], { role: 'Principal' }, ['Team Lead, Cedar', 'Analyst, Birch']],
    ['that took out an entry that is gone takes out no other', [cedar, birch], null, ['Team Lead, Cedar', 'Analyst, Birch']],
    ['stays where the lines changed places', [birch, acme], { role: 'Principal' }, ['Analyst, Birch', 'Principal, Acme']],
    ['stays where the role was worded anew', ['**Software Engineer**, Acme\tJan 2020 – Mar 2021'], { organisation: 'Acme Ltd' }, ['Software Engineer, Acme Ltd']],
    ['stays where the role is another, but organisation and start are not', ['**Data Wrangler**, Acme\tJan 2020 – Mar 2021'], { organisation: 'Acme Ltd' }, ['Data Wrangler, Acme Ltd']],
    ['stays where the month of the start was left out', ['**Engineer**, Acme\t2020 – 2021'], { role: 'Principal' }, ['Principal, Acme']],
    ['stays where the file now says what was corrected', ['**Principal Consultant**, Zenith Holdings\tJan 2020 – Mar 2021'], { role: 'Principal Consultant', organisation: 'Zenith Holdings', bullets: ['Led'] }, ['Principal Consultant, Zenith Holdings']],
    ['leaves a later stay at the same place alone', ['**Engineer**, Acme\tMay 2024 – Present'], { role: 'Principal' }, ['Engineer, Acme']],
    ['leaves a stay at the same place in the same year alone', ['**Engineer**, Acme\tSep 2020 – Mar 2021'], { role: 'Principal' }, ['Engineer, Acme']],
    ['leaves the same role elsewhere alone', ['**Engineer**, Zenith\tJan 2022 – Present'], { role: 'Principal' }, ['Engineer, Zenith']],
  ])('%s', (_rule, jobs, fields, expected) => {
    const newer = resumeOf(...jobs);
    expect(shown(newer, followCorrections(newer, correct(first, 'Acme', fields)))).toEqual(expected);
  });

  it('of two entries goes to each its own, though one could be both', () => {
    const older = resumeOf('**Intern**, Acme\tMay 2022 – Jul 2022', '**Intern**, Acme\t2022');
    const [one, two] = older.experience as [Experience, Experience];
    const accepted = acceptCorrections(older, [{ path: `experience.${one.id}.role`, value: 'First' }, { path: `experience.${two.id}.role`, value: 'Second' }], []);
    const newer = resumeOf(cedar, '**Intern**, Acme\t2022', '**Intern**, Acme\tMay 2022 – Jul 2022');
    expect(accepted.ok && shown(newer, followCorrections(newer, accepted.corrections))).toEqual(['Team Lead, Cedar', 'Second, Acme', 'First, Acme']);
  });

  it('of one of two entries that say the same keeps to its place among them', () => {
    const older = resumeOf(acme, acme);
    const accepted = acceptCorrections(older, [{ path: `experience.${older.experience[1]?.id ?? ''}.role`, value: 'Second' }], []);
    const newer = resumeOf(cedar, acme, acme);
    expect(accepted.ok && shown(newer, followCorrections(newer, accepted.corrections))).toEqual(['Team Lead, Cedar', 'Engineer, Acme', 'Second, Acme']);
  });

  it('that is lost is kept, is told of once for its entry, and comes back with it', () => {
    const without = resumeOf(birch);
    const lost = followCorrections(without, correct(first, 'Acme', { role: 'Principal', organisation: 'Acme Ltd' }));
    expect(lostWarnings(lost)).toEqual([{ code: 'resume.correction-without-entry', params: { entry: 'Engineer, Acme' } }]);
    const again = resumeOf(cedar, birch, acme);
    const found = followCorrections(again, lost);
    expect([shown(again, found)[2], lostWarnings(found)]).toEqual(['Principal, Acme Ltd', []]);
  });

  it('that is lost keeps a name of its own beside one of the entry now in its place, lost later', () => {
    const id = jobIn(first, 'Acme').id;
    const second = resumeOf(birch, cedar);
    const lost = followCorrections(second, correct(first, 'Acme', { role: 'Principal' }));
    expect(jobIn(second, 'Birch').id).toBe(id);
    const accepted = acceptCorrections(second, [...lost, { path: `experience.${id}.role`, value: 'Head' }], lost);
    const both = accepted.ok ? followCorrections(resumeOf(cedar), accepted.corrections) : [];
    expect(both.map(({ path }) => path)).toEqual([`experience.lost-${id}.role`, `experience.lost-${id}-2.role`]);
    expect(lostWarnings(both).map(({ params }) => params['entry'])).toEqual(['Engineer, Acme', 'Analyst, Birch']);
  });

  it('of an added entry, of a list as a whole and of the contact stays as it is', () => {
    const own = [{ path: 'experience.new-1', value: { role: 'Founder' } }, { path: 'experience.new-1.organisation', value: 'Own' }, { path: 'skills', value: ['Rust'] }, { path: 'contact.name', value: 'Asha' }];
    const accepted = acceptCorrections(first, own, []);
    expect(accepted).toEqual({ ok: true, corrections: own });
    expect(followCorrections(resumeOf(cedar), own)).toEqual(own);
  });
});

describe('a correction without an anchor', () => {
  const path = `experience.${jobIn(first, 'Acme').id}.role`;

  it('gets one from the entry it names', () => {
    expect(anchorCorrections(first, [{ path, value: 'Principal' }])).toEqual([
      { path, value: 'Principal', anchor: { name: 'Acme', role: 'Engineer', start: '2020-01', end: '2021-03', firstLine: expect.stringContaining('Acme'), twin: 0 } },
    ]);
  });

  it('whose entry is not there is lost, and lands on none that takes its place', () => {
    const lost = anchorCorrections(first, [{ path: 'experience.p9l9.role', value: 'Principal' }]);
    expect(lost).toEqual([{ path: 'experience.lost-p9l9.role', value: 'Principal' }]);
    expect(lostWarnings(lost)).toEqual([{ code: 'resume.correction-without-entry', params: { entry: 'Principal' } }]);
    expect(followCorrections(first, lost)).toEqual(lost);
  });
});

describe('a path is refused that names', () => {
  it.each([
    ['an entry that was not read', 'experience.p9l99.role', 'x'],
    ['an entry of another list', `education.${jobIn(first, 'Acme').id}.degree`, 'x'],
    ['an entry to take out that was not read', 'experience.p9l99', null],
    ['a field of an entry that was not added', 'experience.new-1.role', 'x'],
    ['an entry that no earlier correction lost', 'experience.lost-p1l4.role', 'x'],
  ])('%s', (_what, path, value) => {
    expect(acceptCorrections(first, [{ path: 'contact.name', value: 'Asha' }, { path, value }], [])).toEqual({ ok: false, path });
  });
});

interface Job {
  readonly role: string;
  readonly organisation: string;
  readonly start: string;
}

/** A reading whose entries stand on the lines that their order gives them. */
function readingOf(jobs: readonly Job[]): Resume {
  const field = (value: string, line: number, text: string) => ({ value, confidence: 0.9, evidence: [{ source: 'resume' as const, page: 1, line, text }] });
  const experience = jobs.map(({ role, organisation, start }, order) => {
    const text = `${role}, ${organisation}, ${start}`;
    return { id: `p1l${String(order + 1)}`, role: field(role, order + 1, text), organisation: field(organisation, order + 1, text), start: field(start, order + 1, text), current: false, bullets: [] };
  });
  return { ...resumeOf(), experience };
}

const word = fc.stringMatching(/^[a-z]{1,9}$/);
const job: fc.Arbitrary<Job> = fc.record({ role: word, organisation: word, start: fc.constantFrom('2019', '2020-05', '2020-06', '2021-01') });
const jobs = fc.uniqueArray(job, { minLength: 1, maxLength: 6, selector: (one) => JSON.stringify(one) });
/** What was read, what is corrected in it by place, and a newer file: every entry again, and others, in any order. */
const newerFile = jobs.chain((all) => fc.record({
  older: fc.shuffledSubarray(all, { minLength: 1 }), newer: fc.shuffledSubarray(all, { minLength: all.length }), at: fc.array(fc.nat({ max: all.length - 1 }), { minLength: 1, maxLength: 4 }),
}));

function correctedAt(older: readonly Job[], at: readonly number[]): readonly ResumeCorrection[] {
  const sent = [...new Set(at.map((place) => place % older.length))].map((place) => ({ path: `experience.p1l${String(place + 1)}.place`, value: `of ${JSON.stringify(older[place])}` }));
  const accepted = acceptCorrections(readingOf(older), sent, []);
  return accepted.ok ? accepted.corrections : [];
}

/** The job behind each correction that holds, as the correction and as the entry say it. */
function placedIn(newer: readonly Job[], corrections: readonly ResumeCorrection[]): [unknown, string][] {
  const applied = applyCorrections(readingOf(newer), corrections);
  return applied.ok ? applied.resume.experience.flatMap(({ place }, order): [unknown, string][] => (place ? [[place.value, `of ${JSON.stringify(newer[order])}`]] : [])) : [];
}

describe('for any entries and any corrections of them', () => {
  it('however entries change places and others come in, each correction stays with its entry', () => {
    fc.assert(fc.property(newerFile, ({ older, newer, at }) => {
      const corrections = correctedAt(older, at);
      const placed = placedIn(newer, followCorrections(readingOf(newer), corrections));
      expect(placed).toHaveLength(corrections.length);
      for (const [correction, entry] of placed) expect(correction).toBe(entry);
    }));
  });

  it('through a reading that has none of them and back, nothing is lost or changed', () => {
    fc.assert(fc.property(newerFile, ({ older, at }) => {
      const corrections = correctedAt(older, at);
      const between = followCorrections(readingOf([]), corrections);
      expect(placedIn([], between)).toEqual([]);
      expect(followCorrections(readingOf(older), between)).toEqual(corrections);
    }));
  });

  it('no two entries share a correction, and following again moves nothing', () => {
    fc.assert(fc.property(newerFile, jobs, ({ older, at }, others) => {
      const reading = readingOf(others);
      const followed = followCorrections(reading, correctedAt(older, at));
      expect(new Set(followed.map(({ path }) => path)).size).toBe(followed.length);
      expect(followCorrections(reading, followed)).toEqual(followed);
      expect(applyCorrections(reading, followed).ok).toBe(true);
    }));
  });
});
