import { roundToTenths } from '../skills/rounding.ts';
import type { FormulaEvidence } from '../reasons/reason.ts';
import { completenessLosses } from './completeness.ts';
import { formattingLosses } from './formatting.ts';
import { keywordLosses, lengthLosses } from './keywords-and-length.ts';
import { type Loss, scoreOf } from './loss.ts';
import type { ReadBack, ReadBackPart, ReadBackPartName, ReadBackRequest } from './types.ts';

/** Of quality: what the source documents settle on (docs/formulas.md, read-back). */
const ofQuality = { completeness: 0.6, formatting: 0.4 } as const;
/** Of the whole; without a role the other two keep their proportion. By judgement. */
const ofWhole = { quality: 0.7, keywords: 0.2, length: 0.1 } as const;

/**
 * quality = 0.6 × completeness + 0.4 × formatting; score = 0.7 × quality + 0.2 × keywords + 0.1 × length, all 0 to 100
 * with one decimal. Without a role: 0.875 × quality + 0.125 × length. Each part says what was taken off its 100. Formula
 * and limits: docs/formulas.md, read-back. Never throws.
 */
export function readBack(request: ReadBackRequest): ReadBack {
  const keywords = keywordLosses(request);
  const total = ofWhole.quality + ofWhole.length + (keywords ? ofWhole.keywords : 0);
  const part = (name: ReadBackPartName, share: number, losses: readonly Loss[]): ReadBackPart => {
    const { score, reasons } = scoreOf(losses);
    return { part: name, score, weight: share / total, reasons: [...reasons, { what: { code: 'read-back.from-hundred', params: {} }, effect: 0, evidence: [formula] }] };
  };
  const completeness = part('completeness', ofWhole.quality * ofQuality.completeness, completenessLosses(request.resume));
  const formatting = part('formatting', ofWhole.quality * ofQuality.formatting, formattingLosses(request));
  const parts = [completeness, formatting, ...(keywords ? [part('keywords', ofWhole.keywords, keywords)] : []), part('length', ofWhole.length, lengthLosses(request))];
  return {
    score: roundToTenths(parts.reduce((sum, { score, weight }) => sum + score * weight, 0)),
    quality: roundToTenths(ofQuality.completeness * completeness.score + ofQuality.formatting * formatting.score),
    parts,
  };
}

const formula: FormulaEvidence = { source: 'formula', id: 'read-back' };
