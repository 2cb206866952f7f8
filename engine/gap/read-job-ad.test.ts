import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Level, RequirementKind } from '../knowledge/types.ts';
import { analyseGap } from './analyse-gap.ts';
import { has, profileOf, taxonomy } from './gap.fixture.ts';
import { fixtureSkills } from '../skills/skills.fixture.ts';
import { compileTaxonomy } from '../skills/taxonomy.ts';
import { readJobAd } from './read-job-ad.ts';
import type { JobAd, Requirement } from './types.ts';

function read(text: string): JobAd {
  const reading = readJobAd(text, taxonomy);
  if (!reading.ok) throw new Error(reading.failure.code);
  return reading.jobAd;
}

/** Padding that asks for nothing, so that a rule can be shown on one line. */
const company = 'Join the friendly people of our small shop and grow with us every single day.\n';
const requirementsOf = (text: string): Record<string, Requirement> => Object.fromEntries(read(company + text).requirements.map((requirement) => [requirement.skillId, requirement]));
const kinds = (text: string): Record<string, RequirementKind> => Object.fromEntries(Object.entries(requirementsOf(text)).map(([id, { requirement }]) => [id, requirement]));
const levels = (text: string): Record<string, Level> => Object.fromEntries(Object.entries(requirementsOf(text)).map(([id, { level }]) => [id, level]));

describe('how strongly', () => {
  test.each<[string, Record<string, RequirementKind>]>([
    ['Requirements\n- Python\nNice to have\n- Docker', { python: 'must', docker: 'nice' }],
    ['Requirements\n- Python\nPreferred qualifications\n- Docker', { python: 'must', docker: 'should' }],
    ['Requirements\n- Python\nResponsibilities\n- Deploy with Docker', { python: 'must', docker: 'should' }],
    ['Must have Python and SQL; Docker is a plus.', { python: 'must', sql: 'must', docker: 'nice' }],
    ['Python and SQL required, Docker preferred.', { python: 'must', sql: 'must', docker: 'should' }],
    ['Python (required), Docker (nice to have)', { python: 'must', docker: 'nice' }],
    ['Python is a must while Docker would be a bonus.', { python: 'must', docker: 'nice' }],
    ['Nice to have\n- Strong SQL', { sql: 'nice' }],
    ['Nice to have\n- Docker\n- SQL (required)', { docker: 'nice', sql: 'must' }],
    ['Good to know: Docker, Git', { docker: 'nice', git: 'nice' }],
    ['Docker is not mandatory but a plus. Git is needed.', { docker: 'nice', git: 'must' }],
    ['Python. Java is not required.', { python: 'must' }],
    ['Requirements\n- Python\nResponsibilities\n- Write Python', { python: 'must' }],
    ['पायथन अनिवार्य नहीं है लेकिन अतिरिक्त लाभ होगा।', { python: 'nice' }],
    ['पायथन की जानकारी हो तो अच्छा।', { python: 'nice' }],
    ['SQL अनिवार्य है। जावा आवश्यक नहीं है।', { sql: 'must' }],
    ['पायथन अनिवार्य है। जावा का ज्ञान अतिरिक्त लाभ होगा।', { python: 'must', java: 'nice' }],
  ])('%s', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });
});

describe('at which level', () => {
  test.each<[string, Record<string, Level>]>([
    ['Requirements\n- 5+ years of experience with Python and SQL', { python: 3, sql: 3 }],
    ['Requirements\n- 1-2 years of Python\n- SQL (8 years)', { python: 2, sql: 4 }],
    ['Requirements\n- Expert in SQL\n- Familiarity with Docker', { sql: 4, docker: 1 }],
    ['Requirements\n- Strong Python and basic Git', { python: 3, git: 1 }],
    ['You must be an expert in Python, with 5+ years', { python: 4 }],
    ['5+ years of Python and SQL, expert level', { python: 4, sql: 4 }],
    ['Expert in Python and SQL with at least 4 years of experience', { python: 4, sql: 4 }],
    ['Expert in Python (5 years)', { python: 4 }],
    ['Familiarity with Python, 8 years', { python: 4 }],
    ['Expert in SQL, Docker 2 years', { sql: 4, docker: 2 }],
    ['Expert in Python, 5 years of SQL', { python: 4, sql: 3 }],
    ['5 years of Java and expert-level Python', { java: 3, python: 4 }],
    ['Basic knowledge of Docker, expert in SQL (3 years)', { docker: 1, sql: 4 }],
    ['5 years of experience as an expert in Python', { python: 4 }],
    ['Advanced level SQL and 1 year of Python', { sql: 3, python: 2 }],
    ['Work with our experts in Python every day', { python: 2 }],
    ['We are looking for experts in Python', { python: 4 }],
    ['Position: Junior Developer\nRequirements\n- Learn Python from experts in SQL', { python: 1, sql: 1 }],
    ['Requirements\n- Python', { python: 2 }],
    ['Nice to have\n- Python', { python: 1 }],
    ['Position: Junior Developer\nRequirements\n- Python', { python: 1 }],
    ['Position: Lead Developer\nRequirements\n- Python\n- Communication\nNice to have\n- Docker', { python: 3, communication: 2, docker: 1 }],
  ])('%s', (text, expected) => {
    expect(levels(text)).toEqual(expected);
  });
});

test('a word and the years that speak of one skill both give their reason, the higher first', () => {
  const { reasons } = requirementsOf('You must be an expert in Python, with 5+ years').python as Requirement;
  expect(reasons.map(({ what }) => what).slice(1)).toEqual([
    { code: 'requirement.level-words', params: { level: 4, words: 'expert' } },
    { code: 'requirement.level-years', params: { level: 3, words: '5+ years' } },
  ]);
});

describe('any one of several', () => {
  const choices = (text: string): string[] => read(company + text).requirements.map(({ skillId, alternatives }) => [skillId, ...alternatives.map((other) => other.skillId)].join('|')).toSorted();
  test.each([
    ['Experience with React, Vue or Angular', ['react|vue|angular']],
    ['Python or Java, and SQL', ['python|java', 'sql']],
    ['Python, Java and SQL', ['java', 'python', 'sql']],
    ['Cloud platforms such as AWS and Azure', ['aws|azure']],
    ['One of the following: AWS, Azure, Google Cloud', ['aws|azure|gcp']],
    ['AWS/Azure', ['aws|azure']],
    ['HTML/CSS', ['css', 'html']],
    ['PostgreSQL, MySQL or similar', ['postgresql|mysql']],
    ['Databases (MongoDB, MySQL etc.)', ['mongodb|mysql']],
    ['AWS or Azure. Azure or Google Cloud.', ['aws|azure|gcp']],
    ['AWS or Azure. AWS is a must.', ['aws']],
    ['AWS or Azure. Azure or MySQL. MySQL is a must.', ['aws|azure', 'mysql']],
    ['पायथन या जावा', ['python|java']],
  ])('%s', (text, expected) => {
    expect(choices(text)).toEqual(expected);
  });

  test('one of them meets the whole requirement', () => {
    const { requirements } = read(`${company}Experience with React, Vue or Angular`);
    expect(analyseGap({ profile: profileOf(has('vue')), requirements, taxonomy }).matchPercentage).toBe(100);
  });
});

describe('what is not asked for', () => {
  test.each([
    ['About us\nAcme has loved Kotlin for years.\nRequirements\n- Python', ['python']],
    ['Requirements\n- Python\nBenefits\n- English classes', ['python']],
    ['Requirements\n- Python\n- A degree in Nursing, Communication or a related field', ['python']],
    ['Requirements\n- Python\n- Degree or equivalent experience in Nursing/Communication', ['python']],
    ['About Acme Labs\nAcme loves Kotlin.\nRequirements\n- Python', ['python']],
    ['We are an equal opportunity employer and welcome English speakers. You know Python.', ['python']],
  ])('%j', (text, expected) => {
    expect(Object.keys(requirementsOf(text))).toEqual(expected);
  });

  test('but an ad that says it all about the company is read as it is', () => {
    expect(Object.keys(requirementsOf('About us\nOur people know Python.'))).toEqual(['python']);
  });
});

describe('refusals', () => {
  test.each([
    ['Python developer wanted', 'gap.text-too-short'],
    ['', 'gap.text-too-short'],
    ['Wir suchen einen erfahrenen Entwickler mit guten Kenntnissen in Python und Datenbanken für unser Team in Berlin. Wir freuen uns auf deine Bewerbung und auf viele gemeinsame Projekte.', 'gap.wrong-language'],
    ['We are looking for a wonderful person with a big heart who loves to laugh with us.', 'gap.no-skill-found'],
  ])('%j', (text, code) => {
    expect(readJobAd(text, taxonomy)).toMatchObject({ ok: false, failure: { code } });
  });

  test.each(['hi', 'en'])('%s is read', (language) => {
    const ads: Record<string, string> = { hi: 'हमें एक ऐसे डेवलपर की आवश्यकता है जिसे पायथन और जावा का अच्छा ज्ञान हो।', en: 'We need a developer with Python who will work with our team.' };
    expect(read(ads[language] ?? '')).toMatchObject({ language });
  });
});

test('evidence is the sentence, where it stands', () => {
  const text = `${company}Requirements\n- Strong SQL skills\n- Git`;
  const [sql] = read(text).requirements.filter(({ skillId }) => skillId === 'sql');
  const evidence = sql?.evidence[0];
  expect(evidence).toMatchObject({ source: 'job-ad', text: '- Strong SQL skills' });
  if (evidence?.source === 'job-ad') expect(text.slice(evidence.start, evidence.end)).toBe(evidence.text);
});

test('what the page said about itself wins', () => {
  const reading = readJobAd(`Data Analyst\n${company}SQL and Python`, taxonomy, { title: 'Analyst II', place: 'Pune' });
  expect(reading).toMatchObject({ ok: true, jobAd: { title: 'Analyst II', place: 'Pune' } });
});

const line = fc.constantFrom('- Python and SQL', '- Strong Git', '- React or Vue', '- Docker is a plus', '- 5+ years of Java', '- Communication', 'We like tea.', '- AWS, Azure or Google Cloud');
const ad = fc.array(line, { minLength: 1, maxLength: 10 }).map((lines) => `${company}Requirements\n- Kubernetes\n${lines.join('\n')}`);

describe('whatever the ad', () => {
  test('a line written twice changes no percentage by count', () => {
    fc.assert(fc.property(ad, fc.nat(), (text, at) => {
      const lines = text.split('\n');
      const doubled = [...lines, lines[2 + (at % (lines.length - 2))]].join('\n');
      const match = (written: string): number => analyseGap({ profile: profileOf(has('python', 4), has('vue', 4), has('git', 4), has('aws', 4)), requirements: read(written).requirements, taxonomy }).matchPercentage;
      expect(match(doubled)).toBe(match(text));
    }));
  });

  test('a skill belongs to one requirement', () => {
    fc.assert(fc.property(ad, (text) => {
      const ids = read(text).requirements.flatMap(({ skillId, alternatives }) => [skillId, ...alternatives.map((other) => other.skillId)]);
      expect(new Set(ids).size).toBe(ids.length);
    }));
  });

  test('the order of its lines does not matter to what is asked, how strongly and at which level', () => {
    fc.assert(fc.property(ad, (text) => {
      const [intro, heading, ...lines] = text.split('\n');
      const asked = (written: string): string[] => read(written).requirements.map(({ skillId, alternatives, requirement, level }) => `${[skillId, ...alternatives.map((other) => other.skillId)].toSorted().join('|')} ${requirement} ${level}`).toSorted();
      expect(asked([intro, heading, ...lines.toReversed()].join('\n'))).toEqual(asked(text));
    }));
  });
});

test('any text is read or refused, never thrown at', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.array(fc.constantFrom('Python', ' or ', ', ', 'Requirements:', '\n', 'must', '(', ')', '/', '5+ years', '…'), { maxLength: 40 }), (noise, pieces) => {
    expect(readJobAd(noise + pieces.join(''), taxonomy)).toHaveProperty('ok');
  }));
});

describe('what an ad describes and does not name', () => {
  const told = compileTaxonomy(fixtureSkills, [{ id: 'sql', said: [{ do: ['write', 'tune'], what: ['query'] }] }]);
  const requirementsOf = (text: string) => {
    const reading = readJobAd(text, told);
    return reading.ok ? reading.jobAd.requirements.map(({ skillId, requirement, reasons }) => ({ skillId, requirement, code: reasons[0]?.what.code })) : [];
  };

  test('is asked for, as a should at most', () => {
    expect(requirementsOf('We need somebody who is ready to work with us.\nRequirements\n- You will write fast queries\n- Docker')).toEqual([
      { skillId: 'docker', requirement: 'must', code: 'requirement.part.requirements' },
      { skillId: 'sql', requirement: 'should', code: 'requirement.described' },
    ]);
  });

  test('adds nothing to what it names', () => {
    expect(requirementsOf('We need somebody who is ready to work with us.\nRequirements\n- SQL\n- You will write fast queries')).toEqual([
      { skillId: 'sql', requirement: 'must', code: 'requirement.part.requirements' },
    ]);
  });

  test('is enough for an ad that names nothing', () => {
    expect(requirementsOf('We need somebody who is ready to work with us.\nWhat you will do\n- Tune slow queries')).toMatchObject([{ skillId: 'sql' }]);
  });
});
