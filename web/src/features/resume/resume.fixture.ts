import type { ResumeAnswer } from '@cairn/contracts';

const lines = ['Asha Verma', 'Software Intern, Nimbus', 'Built the billing API'].map((text, index) => ({ page: 1, line: index + 1, text, box: { x: 0.1, y: 0.1 + index * 0.05, width: 0.5, height: 0.02 } }));
const from = (line: number, value: string, confidence = 0.9) => ({ value, confidence, evidence: [{ source: 'resume' as const, page: 1, line, text: lines[line - 1]?.text ?? '' }] });

/** One page: a name, one job with one bullet. */
export function aResume(parts: Partial<ResumeAnswer> = {}): ResumeAnswer {
  return {
    id: '01930000-0000-7000-8000-0000000000bb', fileName: 'asha.pdf', kind: 'pdf', sizeBytes: 1000, pageCount: 1, version: 1, state: 'read', refusal: null, createdAt: '2025-11-01T10:00:00Z', updatedAt: '2025-11-01T10:00:00Z',
    fields: {
      contact: { name: from(1, 'Asha Verma'), emails: [], phones: [], links: [] },
      experience: [{ id: 'p1l2', role: from(2, 'Software Intern'), organisation: from(2, 'Nimbus', 0.4), current: false, bullets: [from(3, 'Built the billing API')] }],
      volunteering: [], education: [], projects: [], certifications: [], languages: [], skills: [], interests: [], awards: [], publications: [], other: [],
    },
    skills: [], warnings: [], corrections: [], lines,
    ...parts,
  };
}
