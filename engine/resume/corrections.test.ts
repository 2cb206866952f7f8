import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCorrections, type ResumeCorrection } from './corrections.ts';
import { read } from './resume.fixture.ts';
import { resumeText } from './resume-text.ts';
import type { Resume } from './types.ts';

const text = '# Asha Verma\nasha@example.com\n\n## Experience\n**Engineer**, Acme\tJan 2020 – Mar 2021\n- Used Java\n- Used SQL\n\n## Education\nB.Tech, Godavari College, 2019\n\n## Skills\nJava, SQL';
const reading = read(text);
const job = 'experience.p1l4';

function corrected(...corrections: readonly ResumeCorrection[]): Resume {
  const result = applyCorrections(reading.resume, corrections);
  if (!result.ok) throw new Error(result.path);
  return result.resume;
}

describe('a correction', () => {
  it('wins over what was read, is sure, and keeps the lines behind the field', () => {
    const role = corrected({ path: `${job}.role`, value: ' Data Engineer ' }).experience[0]?.role;
    expect(role).toEqual({ value: 'Data Engineer', confidence: 1, corrected: true, evidence: reading.resume.experience[0]?.role?.evidence });
  });

  it.each<[string, unknown, (resume: Resume) => unknown, unknown]>([
    ['contact.name', 'Asha V.', (resume) => resume.contact.name?.value, 'Asha V.'],
    ['contact.emails', ['a@example.com'], (resume) => resume.contact.emails.map((email) => email.value), ['a@example.com']],
    ['contact.links', [{ label: 'GitHub', url: 'https://github.com/a' }], (resume) => resume.contact.links.map((link) => link.value.label), ['GitHub']],
    ['summary', 'Curious.', (resume) => resume.summary?.value, 'Curious.'],
    ['skills', ['Java', { value: 'Go', group: 'Languages' }], (resume) => resume.skills.map((skill) => [skill.value, skill.group]), [['Java', undefined], ['Go', 'Languages']]],
    [`${job}.end`, null, (resume) => resume.experience[0]?.end, undefined],
    [`${job}.current`, true, (resume) => resume.experience[0]?.current, true],
    [`${job}.bullets`, ['Used Go'], (resume) => resume.experience[0]?.bullets.map((bullet) => bullet.value), ['Used Go']],
    ['education.p1l8.grade', '8.9/10', (resume) => resume.education[0]?.grade?.value, { text: '8.9/10', scale: 'cgpa', score: 8.9, outOf: 10 }],
    [job, null, (resume) => resume.experience.length, 0],
    ['languages.new-1', { language: 'Hindi', level: 'Native' }, (resume) => resume.languages.map((entry) => entry.language.value), ['Hindi']],
    ['projects.new-1', { name: 'Ledger Lens', bullets: ['Read ledgers'] }, (resume) => resume.projects.map((entry) => entry.name?.value), ['Ledger Lens']],
  ])('of %s to %j', (path, value, look, expected) => {
    expect(look(corrected({ path, value }))).toEqual(expected);
  });

  it.each<[string, unknown]>([
    ['', 'x'], ['nothing', 'x'], ['contact', 'x'], ['contact.age', '30'], ['contact.name', 5], ['contact.name', ''], ['contact.emails', 'a@example.com'], ['contact.links', [{ label: 'x', url: 'javascript:alert(1)' }]],
    [`${job}.role`, {}], [`${job}.start`, 'last year'], [`${job}.start`, '2020-13'], [`${job}.salary`, '5'], [`${job}.id`, 'p9l9'], [`${job}.current`, 'yes'], [`${job}.bullets`, 'x'], [job, 'x'], ['experience.__proto__.role', 'x'], ['__proto__.x', 'x'],
    ['experience.first.role', 'x'], ['skills', 'Java'], ['skills', [5]], ['languages.new-1', { level: 'Native' }], ['summary', 'x'.repeat(5001)], [`${job}.role.deeper`, 'x'],
  ])('of %s to %j is refused', (path, value) => {
    expect(applyCorrections(reading.resume, [{ path, value }])).toEqual({ ok: false, path });
  });

  it('of an entry that this reading does not have waits for one that has it', () => {
    expect(corrected({ path: 'experience.p9l9.role', value: 'Engineer' })).toEqual(reading.resume);
  });

  it('changes what skills are looked for in', () => {
    const texts = resumeText(corrected({ path: `${job}.bullets`, value: ['Used Go'] }, { path: `${job}.start`, value: '2018-02' }, { path: 'skills', value: ['Rust'] }, { path: 'education.p1l8', value: null }), reading.texts);
    expect(texts.find((part) => part.entryId === 'p1l4')).toMatchObject({ start: '2018-02', end: '2021-03' });
    expect(texts.find((part) => part.entryId === 'p1l4')?.lines.map((line) => line.text)).toContain('Used Go');
    expect(texts.flatMap((part) => part.lines.map((line) => line.text)).join('\n')).not.toMatch(/Java|Godavari/);
    expect(texts.filter((part) => part.section === 'skills').flatMap((part) => part.lines.map((line) => line.text))).toEqual(['Rust']);
  });

  it('leaves the texts alone where there is none', () => {
    expect(resumeText(reading.resume, reading.texts)).toEqual(reading.texts);
  });
});

const word = fc.stringMatching(/^[A-Za-z]{1,12}$/);
const valid: fc.Arbitrary<ResumeCorrection> = fc.oneof(
  fc.record({ path: fc.constantFrom('contact.name', 'summary', `${job}.role`, `${job}.organisation`, 'education.p1l8.field'), value: fc.oneof(word, fc.constant(null)) }),
  fc.record({ path: fc.constantFrom(`${job}.start`, `${job}.end`), value: fc.constantFrom('2019', '2020-05', null) }),
  fc.record({ path: fc.constantFrom('skills', 'interests', 'contact.phones', `${job}.bullets`), value: fc.array(word, { maxLength: 4 }) }),
  fc.record({ path: fc.constantFrom('projects.new-1', 'projects.new-2'), value: fc.oneof(fc.record({ name: word }), fc.constant(null)) }),
);

describe('for any corrections', () => {
  it('applying them twice changes nothing more', () => {
    fc.assert(fc.property(fc.array(valid, { maxLength: 8 }), (corrections) => {
      const once = corrected(...corrections);
      expect(applyCorrections(once, corrections)).toEqual({ ok: true, resume: once });
    }));
  });

  it('the last one on a path holds', () => {
    fc.assert(fc.property(fc.array(valid, { maxLength: 5 }), word, (corrections, value) => {
      expect(corrected(...corrections, { path: 'contact.name', value }).contact.name?.value).toBe(value);
    }));
  });

  it('they hold again over a second reading of the same file', () => {
    fc.assert(fc.property(fc.array(valid, { maxLength: 6 }), (corrections) => {
      expect(applyCorrections(read(text).resume, corrections)).toEqual({ ok: true, resume: corrected(...corrections) });
    }), { numRuns: 40 });
  });

  it('nothing that is not a resume’s is let in', () => {
    fc.assert(fc.property(fc.array(fc.record({ path: fc.string({ maxLength: 30 }), value: fc.anything() }), { maxLength: 4 }), (corrections) => {
      const result = applyCorrections(reading.resume, corrections);
      if (result.ok) expect(Object.keys(result.resume).sort()).toEqual(expect.arrayContaining(Object.keys(reading.resume).sort().slice(0, 1)));
      else expect(corrections.map((correction) => correction.path)).toContain(result.path);
    }));
  });
});
