import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromJsonResume } from './from-json-resume.ts';
import { toJsonResume } from './json-resume.ts';
import { read } from './resume.fixture.ts';

const { resume } = read(
  '# Asha Verma\nData Analyst\nasha@example.com | +91 98765 43210 | linkedin.com/in/asha\nPune, India\n\n## Summary\nCurious.\n\n## Experience\n**Engineer**, Acme Systems\tJan 2020 – Present\n- Used Java\n\n## Education\nB.Tech in Physics, Godavari College, 2015 - 2019\n- CGPA: 8.9/10\n\n## Skills\nTools: Git, Jira\n\n## Languages\nHindi (Native)',
);

describe('export', () => {
  it('has the form of JSON Resume 1.0', () => {
    expect(toJsonResume(resume)).toMatchObject({
      basics: { name: 'Asha Verma', label: 'Data Analyst', email: 'asha@example.com', phone: '+919876543210', summary: 'Curious.', location: { address: 'Pune, India' }, profiles: [{ network: 'LinkedIn', username: 'asha', url: 'https://linkedin.com/in/asha' }] },
      work: [{ name: 'Acme Systems', position: 'Engineer', startDate: '2020-01', highlights: ['Used Java'] }],
      education: [{ institution: 'Godavari College', studyType: 'B.Tech', area: 'Physics', startDate: '2015', endDate: '2019', score: '8.9/10' }],
      skills: [{ name: 'Tools', keywords: ['Git', 'Jira'] }],
      languages: [{ language: 'Hindi', fluency: 'Native' }],
    });
  });
  it('of what goes on has no end', () => {
    expect(toJsonResume(resume).work[0]).not.toHaveProperty('endDate');
  });
  it('dates fit the pattern of the schema', () => {
    const pattern = /^([1-2][0-9]{3}-[0-1][0-9]-[0-3][0-9]|[1-2][0-9]{3}-[0-1][0-9]|[1-2][0-9]{3})$/;
    for (const [, date] of JSON.stringify(toJsonResume(resume)).matchAll(/"(?:startDate|endDate|date|releaseDate)":"([^"]*)"/g)) expect(date).toMatch(pattern);
  });
});

describe('import', () => {
  it('of an export gives the same export again', () => {
    const json = toJsonResume(resume);
    expect(toJsonResume(fromJsonResume(JSON.parse(JSON.stringify(json))).resume)).toEqual(json);
  });
  it('gives every field a line to look at', () => {
    const reading = fromJsonResume(toJsonResume(resume));
    const role = reading.resume.experience[0]?.role;
    expect(reading.lines.find((line) => line.line === role?.evidence[0]?.line)?.text).toBe('Engineer');
  });
  it('tells what skills are looked for in', () => {
    expect(fromJsonResume(toJsonResume(resume)).texts).toContainEqual(expect.objectContaining({ section: 'experience', start: '2020-01', current: true }));
  });
  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.oneof(fc.anything(), fc.record({ basics: fc.anything(), work: fc.anything(), education: fc.array(fc.anything()), skills: fc.array(fc.anything()) })), (value) => {
      expect(fromJsonResume(value).resume.other).toEqual([]);
    }));
  });
});
