import type { LineEvidence } from '../reasons/reason.ts';
import type { Field, Resume } from '../resume/types.ts';
import type { Loss } from './loss.ts';

/** The seven that recruiters' software looks for (docs/formulas.md). */
export const expectedSections = ['contact', 'summary', 'education', 'experience', 'skills', 'projects', 'certifications'] as const;
export type ExpectedSection = (typeof expectedSections)[number];

interface Found {
  /** 0 to 1. */
  readonly share: number;
  readonly evidence: readonly LineEvidence[];
}

/**
 * completeness = 100 × (sum of the shares of the seven sections) ÷ 7. A section has its whole share as soon as it says
 * anything; contact has a third each for name, e-mail address and phone number.
 */
export function completenessLosses(resume: Resume): Loss[] {
  return expectedSections.map((section) => {
    const { share, evidence } = foundIn(resume, section);
    const points = (100 * (1 - share)) / expectedSections.length;
    if (share === 1) return { what: { code: `read-back.section-found.${section}`, params: {} }, points, evidence };
    if (share === 0) return { what: { code: `read-back.section-missing.${section}`, params: {} }, points, evidence };
    return { what: { code: 'read-back.contact-partly', params: {} }, points, evidence };
  });
}

function foundIn(resume: Resume, section: ExpectedSection): Found {
  switch (section) {
    case 'contact': {
      const { name, emails, phones } = resume.contact;
      const fields = [name, emails[0], phones[0]];
      return { share: fields.filter((field) => field !== undefined).length / fields.length, evidence: evidenceOf(fields) };
    }
    case 'summary': return whole([resume.summary]);
    case 'education': return whole(resume.education.map(({ degree, institution }) => degree ?? institution));
    case 'experience': return whole(resume.experience.map(({ role, organisation }) => role ?? organisation));
    case 'skills': return whole(resume.skills);
    case 'projects': return whole(resume.projects.map(({ name, summary }) => name ?? summary));
    case 'certifications': return whole(resume.certifications.map(({ name }) => name));
  }
}

function whole(fields: readonly (Field | undefined)[]): Found {
  return { share: fields.some((field) => field !== undefined) ? 1 : 0, evidence: evidenceOf(fields.slice(0, 1)) };
}

function evidenceOf(fields: readonly (Field | undefined)[]): LineEvidence[] {
  return fields.flatMap((field) => field?.evidence.slice(0, 1) ?? []);
}
