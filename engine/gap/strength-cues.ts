/** Words that say how much an ad wants a skill, in English and Hindi. */
import type { RequirementKind } from '../knowledge/types.ts';
import type { CuePattern } from '../skills/governance.ts';

export interface StrengthCue {
  readonly kind: RequirementKind;
  /** Says it outright ("required"), so that it holds against the heading it stands under; "strong" does not. */
  readonly firm: boolean;
}

const cue = (words: string, kind: RequirementKind, side: CuePattern<StrengthCue>['side'], firm = true): CuePattern<StrengthCue> => ({
  pattern: new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}])(?:${words})(?![\p{L}\p{M}])`, 'giu'), value: { kind, firm }, side,
});

/** Longer phrases win where patterns overlap: "not required but a plus" is nice, "strong plus" too. */
export const strengthCues: readonly CuePattern<StrengthCue>[] = [
  cue(String.raw`(?:is |are |would be |will be |considered |as )?(?:an? )?(?:(?:big|huge|strong|definite|major|real|great|added|distinct) )?(?:plus(?: points?)?(?!\s+(?:\d|\p{L}))|advantages?|asset|bonus)`, 'nice', 'after'),
  cue(String.raw`an? (?:\p{L}+ )?plus`, 'nice', 'after'),
  cue(String.raw`nice[- ]to[- ]haves?|good[- ]to[- ](?:haves?|know)|bonus(?: points)?(?: if| for)?|brownie points|optional(?:ly)?|advantageous|beneficial|would be (?:great|nice|helpful|ideal|beneficial)|(?:is |are )?helpful|not (?:strictly )?(?:mandatory|required|necessary|essential|needed)(?: but[^.;\n]{0,30})?|अतिरिक्त लाभ|लाभदायक|बेहतर होगा|अच्छा रहेगा|वैकल्पिक`, 'nice', 'either'),
  cue(String.raw`(?:strongly |highly |is |are )?preferred|preferabl[ey]|preference(?: will be given)?(?: to| for)?|ideally|desired|desirable|वरीयता|वांछनीय|प्राथमिकता`, 'should', 'either'),
  cue(String.raw`should(?: have| be| know)?|would like|we(?:'|’)d like|looking for someone with`, 'should', 'before', false),
  cue(String.raw`must(?:[- ]haves?| be| know| possess| also)?|need to (?:have|know|be)|needs? (?:a |an |strong |good )?|you(?:'|’)?ll need|minimum(?: of)?|at least`, 'must', 'before', true),
  cue(String.raw`(?:is |are )?(?:required|mandatory|essential|compulsory|necessary|indispensable|a must(?:[- ]have)?|non-negotiable|अनिवार्य|आवश्यक|ज़रूरी|जरूरी|चाहिए)`, 'must', 'either', true),
  cue(String.raw`strong|proven|expert(?:ise)?|solid|extensive|in-depth|excellent`, 'must', 'before', false),
];
