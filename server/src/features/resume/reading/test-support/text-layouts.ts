/** Resumes as text and Markdown. */
import type { Layout } from './pdf-layouts.ts';
import { writeRange } from './people.ts';

const encode = (lines: readonly string[]): Promise<Uint8Array> => Promise.resolve(new TextEncoder().encode(lines.join('\n')));

/** Lines of at most 72 letters, as mail programs break them. */
function wrap(text: string, indent: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && `${line} ${word}`.length > 72) {
      lines.push(line);
      line = indent + word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

export const plainText: Layout = (person) =>
  encode([
    person.name, `${person.email} | ${person.phone}`, person.place, '',
    'SUMMARY', '-------', ...wrap(person.summary, ''), '',
    'EXPERIENCE', '----------',
    ...person.jobs.flatMap((job) => [`${job.role}, ${job.organisation}, ${job.place}`, writeRange(job.start, job.end, 'short'), ...job.points.flatMap((point) => wrap(`* ${point}`, '  ')), '']),
    'EDUCATION', '---------',
    ...person.studies.flatMap((study) => [`${study.degree} in ${study.field}, ${study.institution}`, `${study.start} - ${study.end}, ${study.grade.includes('%') ? study.grade : `CGPA ${study.grade}`}`, '']),
    'SKILLS', '------', ...person.skills.map(({ group, items }) => `${group}: ${items.join(', ')}`), '',
    'PROJECTS', '--------', ...person.projects.flatMap((project) => [project.name, ...project.points.flatMap((point) => wrap(`* ${point}`, '  ')), '']),
    'CERTIFICATIONS', '--------------', ...person.certifications.map((name) => `* ${name}`), '',
    'LANGUAGES', '---------', person.languages.map(({ language, level }) => `${language} (${level})`).join(', '),
  ]);

export const markdown: Layout = (person) =>
  encode([
    `# ${person.name}`, '', `${person.place} · [${person.email}](mailto:${person.email}) · ${person.phone}`, '',
    '## Experience', '', ...person.jobs.flatMap((job) => [`### ${job.role} — ${job.organisation}`, `*${writeRange(job.start, job.end, 'short')}, ${job.place}*`, '', ...job.points.map((point) => `- ${point}`), '']),
    '## Education', '', ...person.studies.flatMap((study) => [`**${study.institution}**, ${study.degree} in ${study.field}, ${study.start}–${study.end}`, study.grade.includes('%') ? `Marks: ${study.grade}` : `CGPA: ${study.grade}`, '']),
    '## Skills', '', ...person.skills.map(({ group, items }) => `- **${group}**: ${items.join(', ')}`), '',
    '## Projects', '', ...person.projects.flatMap((project) => [`### ${project.name}`, '', ...project.points.map((point) => `- ${point}`), '']),
    '## Certifications', '', ...person.certifications.map((name) => `- ${name}`), '',
    '## Languages', '', ...person.languages.map(({ language, level }) => `- ${language} – ${level}`),
  ]);
