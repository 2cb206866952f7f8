/** The texts that skills are looked for in, with what the person corrected in place of what was read. */
import { resumeText, type Resume, type ResumeCorrection, type ResumeText } from '@cairn/engine/resume';
import type { Transaction } from '../../platform/database/database.ts';
import { correctedResume } from './present-resume.ts';
import { findNewestRead, type Owner, type StoredResume } from './resume.store.ts';

/** A resume to compare with something. */
export interface ResumeTexts {
  readonly resumeId: string;
  readonly texts: readonly ResumeText[];
}

export function correctedTexts({ reading, corrections }: Pick<StoredResume, 'reading' | 'corrections'>): readonly ResumeText[] {
  return reading ? corrected(reading.resume, reading.texts, corrections) : [];
}

/** Of the newest resume that has been read; null when there is none. */
export async function newestTexts(tx: Transaction, owner: Owner): Promise<ResumeTexts | null> {
  const newest = await findNewestRead(tx, owner);
  return newest ? { resumeId: newest.id, texts: corrected(newest.resume, newest.texts, newest.corrections) } : null;
}

function corrected(resume: Resume, texts: readonly ResumeText[], corrections: readonly ResumeCorrection[]): readonly ResumeText[] {
  return corrections.length === 0 ? texts : resumeText(correctedResume(resume, corrections), texts);
}
