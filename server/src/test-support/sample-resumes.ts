/** One made-up person's resume in every form that Cairn reads. */
import { docxParagraph, makeDocx, makePdf } from '../features/resume/reading/test-support/files.ts';

export interface SampleFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** What every form of it says. */
export const sampleFacts = {
  name: 'Meera Joshi', email: 'meera.joshi@mail.example', organisation: 'Banyan Systems', role: 'Software Developer', start: '2022-01', institution: 'Tarangini College of Engineering',
  skills: ['python', 'django', 'postgresql', 'docker', 'git'],
} as const;

interface Section {
  readonly heading: string;
  readonly lines: readonly { readonly text: string; readonly form: 'title' | 'plain' | 'bullet' }[];
}

const title = (text: string) => ({ text, form: 'title' }) as const;
const plain = (text: string) => ({ text, form: 'plain' }) as const;
const bullet = (text: string) => ({ text, form: 'bullet' }) as const;

const contact = `${sampleFacts.email} | +91 98200 12345 | Pune, India`;
const sections: readonly Section[] = [
  { heading: 'Experience', lines: [title(`${sampleFacts.role}, ${sampleFacts.organisation}, Pune`), plain('Jan 2022 - Present'), bullet('Wrote services in Python and Django over PostgreSQL'), bullet('Moved twelve services into Docker and kept them in Git')] },
  { heading: 'Education', lines: [title(`B.E. in Computer Science, ${sampleFacts.institution}`), plain('2017 - 2021'), plain('CGPA 8.4/10')] },
  { heading: 'Skills', lines: [plain('Python, Django, PostgreSQL, Docker, Git')] },
];

const text = [sampleFacts.name, contact, ...sections.flatMap(({ heading, lines }) => ['', heading, ...lines.map((line) => (line.form === 'bullet' ? `- ${line.text}` : line.text))])].join('\n');
const markdown = [
  `# ${sampleFacts.name}`, '', contact,
  ...sections.flatMap(({ heading, lines }) => ['', `## ${heading}`, '', ...lines.map((line) => (line.form === 'bullet' ? `- ${line.text}` : line.form === 'title' ? `**${line.text}**\n` : line.text))]),
].join('\n');
const jsonResume = JSON.stringify({
  basics: { name: sampleFacts.name, email: sampleFacts.email, phone: '+91 98200 12345' },
  work: [{ name: sampleFacts.organisation, position: sampleFacts.role, startDate: '2022-01', highlights: ['Wrote services in Python and Django over PostgreSQL', 'Moved twelve services into Docker and kept them in Git'] }],
  education: [{ institution: sampleFacts.institution, studyType: 'B.E.', area: 'Computer Science', startDate: '2017', endDate: '2021' }],
  skills: [{ name: 'Backend', keywords: ['Python', 'Django', 'PostgreSQL', 'Docker', 'Git'] }],
});

const docx = () => makeDocx([
  docxParagraph(sampleFacts.name, { bold: true, size: 20 }), docxParagraph(contact),
  ...sections.flatMap(({ heading, lines }) => [docxParagraph(heading, { style: 'Heading1' }), ...lines.map((line) => docxParagraph(line.text, { bold: line.form === 'title', list: line.form === 'bullet' }))]),
].join(''));

const pdf = () => makePdf((document) => {
  document.font('Helvetica-Bold').fontSize(22).text(sampleFacts.name).font('Helvetica').fontSize(10).text(contact);
  for (const { heading, lines } of sections) {
    document.moveDown().font('Helvetica-Bold').fontSize(14).text(heading);
    for (const line of lines) document.font(line.form === 'title' ? 'Helvetica-Bold' : 'Helvetica').fontSize(11).text(line.form === 'bullet' ? `•  ${line.text}` : line.text);
  }
});

export const sampleText: SampleFile = { name: 'meera.txt', content: text };

export async function sampleResumes(): Promise<{ readonly kind: string; readonly file: SampleFile }[]> {
  return [
    { kind: 'pdf', file: { name: 'meera.pdf', content: await pdf() } },
    { kind: 'docx', file: { name: 'meera.docx', content: docx() } },
    { kind: 'text', file: sampleText },
    { kind: 'markdown', file: { name: 'meera.md', content: markdown } },
    { kind: 'json-resume', file: { name: 'meera.json', content: jsonResume } },
  ];
}
