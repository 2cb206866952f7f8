/** A stored resume as the API answers it: corrected, with the skills it shows and the lines it was read from. */
import type { ResumeAnswer } from '@cairn/contracts';
import { acceptCorrections, anchorCorrections, applyCorrections, lostWarnings, type Resume, type ResumeCorrection } from '@cairn/engine/resume';
import type { SkillProfile } from '@cairn/engine/skills';
import { Failure } from '../../platform/http/failure.ts';
import { mutable } from '../../platform/mutable.ts';
import type { ResumeHead, StoredReading, StoredResume } from './resume.store.ts';

type Head = Pick<ResumeAnswer, 'id' | 'fileName' | 'kind' | 'sizeBytes' | 'pageCount' | 'version' | 'state' | 'refusal' | 'createdAt' | 'updatedAt'>;

export function presentHead({ id, fileName, kind, sizeBytes, pageCount, version, state, refusal, createdAt, updatedAt }: ResumeHead): Head {
  return { id, fileName, kind, sizeBytes, pageCount, version, state, refusal, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}

export function presentResume(resume: StoredResume, profile: SkillProfile): ResumeAnswer {
  const { reading } = resume;
  const corrections = reading ? anchorCorrections(reading.resume, resume.corrections) : resume.corrections;
  return {
    ...presentHead(resume),
    fields: mutable(reading ? correctedResume(reading.resume, corrections) : emptyResume),
    skills: mutable(profile.skills),
    warnings: mutable([...(reading?.warnings ?? []), ...lostWarnings(corrections)]),
    corrections: corrections.map(({ path, value }) => ({ path, value })),
    lines: reading ? linesOf(reading) : [],
  };
}

/** Throws `resume.correction-invalid` for a correction that names no field of a resume. */
export function correctedResume(resume: Resume, corrections: readonly ResumeCorrection[]): Resume {
  const applied = applyCorrections(resume, corrections);
  if (!applied.ok) throw invalid(applied.path);
  return applied.resume;
}

/** With what each entry is known by in a later reading. Throws `resume.correction-invalid` for one that names no entry. */
export function acceptedCorrections(resume: Resume, sent: readonly ResumeCorrection[], stored: readonly ResumeCorrection[]): readonly ResumeCorrection[] {
  const accepted = acceptCorrections(resume, sent, anchorCorrections(resume, stored));
  if (!accepted.ok) throw invalid(accepted.path);
  return accepted.corrections;
}

function invalid(path: string): Failure {
  return new Failure('resume.correction-invalid', { params: { path: path.slice(0, 200) } });
}

const emptyResume: Resume = {
  contact: { emails: [], phones: [], links: [] }, experience: [], volunteering: [], education: [], projects: [], certifications: [], languages: [], skills: [], interests: [], awards: [], publications: [], other: [],
};

/** Boxes as shares of their page, so that a page can be drawn at any size; what hangs over its edge is cut off. */
function linesOf({ lines, pages }: StoredReading): ResumeAnswer['lines'] {
  return lines.map(({ page, line, text, box }) => {
    const size = pages[page - 1];
    if (!size || !(size.width > 0 && size.height > 0)) return { page, line, text, box: null };
    const x = share(box.x / size.width);
    const y = share(box.y / size.height);
    return { page, line, text, box: { x, y, width: share((box.x + box.width) / size.width) - x, height: share((box.y + box.height) / size.height) - y } };
  });
}

/** 0 to 1; a number that a damaged file made nonsense of is 0. */
function share(value: number): number {
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0;
}
