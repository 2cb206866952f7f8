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

/** A whole phrase that takes back what it asks for: "preferred but not mandatory". */
const notRequired = String.raw`(?:not|n['’]t|नहीं)[^.;\n]{0,12}(?:mandatory|required|necessary|essential|needed|compulsory|a must|must)`;
const wish = String.raw`(?:plus(?: points?)?(?!\s+(?:\d|\p{L}))|advantages?|asset|bonus)`;

/** Longer phrases win where patterns overlap: "not required but a plus" is nice, "strong plus" too. */
export const strengthCues: readonly CuePattern<StrengthCue>[] = [
  cue(String.raw`(?:(?:an?|as|is|added|big|real) ){0,2}(?:plus|advantages?|asset|bonus)(?=\s?:|(?: points)? (?:if|for)\b)`, 'nice', 'before'),
  cue(String.raw`(?:is |are |would be |will be |considered |as )?(?:an? )?(?:(?:big|huge|strong|definite|major|real|great|added|distinct|clear|nice) )?${wish}`, 'nice', 'after'),
  cue(String.raw`an? (?:\p{L}+ )?plus`, 'nice', 'after'),
  cue(String.raw`nice[- ]to[- ]haves?|good[- ]to[- ](?:haves?|know)|(?:bonus|extra|plus)(?: points?)?(?: if| for)|bonus points|extra credit|brownie points|optional(?:ly)?|advantageous|beneficial|would be (?:a )?(?:great|nice|lovely|brilliant|fantastic|amazing|perfect|helpful|ideal|beneficial|good|wonderful|welcomed?|appreciated|useful|valued)(?: addition)?|(?:is |are )?helpful|(?:(?:is|are|be|also|most|very|always) ){1,2}(?:welcomed?(?! to)|useful|appreciated|valued)|(?:is |are )?an? (?:nice|good|great|welcome) addition|not (?:strictly )?(?:mandatory|required|necessary|essential|needed|compulsory)(?: but[^.;\n]{0,30})?|अतिरिक्त लाभ|लाभदायक|फ़ायदेमंद|फायदेमंद|(?:हो तो|होना|होगा|रहेगा|तो)?\s?(?:बेहतर|अच्छा)(?: होगा| रहेगा| है)|(?:हो|हों|होने पर) (?:तो )?(?:बेहतर|अच्छा|अच्छी बात)(?: होगा| रहेगा| है)?|(?:एक )?प्लस(?: पॉइंट)?(?: होगा| है)?|बोनस|(?:अनिवार्य|आवश्यक|ज़रूरी|जरूरी) नहीं|वैकल्पिक`, 'nice', 'either'),
  cue(String.raw`(?:(?:that|it)(?:(?:'|’)s| is| would be|(?:'|’)d be|(?:'|’)ll be) (?:lovely|great|good|nice|brilliant|fantastic|wonderful|awesome|even better)|(?:ka |ki |ke )?(?:\p{L}+ )?(?:ho|hone par|hoga|hogi) (?:to )?(?:better|acch?a|badh?iya)(?: hai| hoga)?)`, 'nice', 'after'),
  cue(String.raw`ideally(?=\s*(?:[,.;)]|$))`, 'nice', 'either'),
  cue(String.raw`ideally`, 'nice', 'before'),
  cue(String.raw`(?:is |are |strongly |highly )?(?:preferred|desired|desirable|preferable)[^.;\n]{0,8} (?:but|though|although) [^.;\n]{0,12}${notRequired}`, 'nice', 'either'),
  cue(String.raw`(?:we|i|it)(?: would|(?:'|’)d) (?:really |also )?(?:love|appreciate|welcome|be (?:great|nice|good|lovely|wonderful|ideal))(?: it)?(?: to (?:see|have))?(?: if)?|would (?:also )?(?:appreciate|welcome)`, 'nice', 'before'),
  cue(String.raw`(?:strongly |highly |is |are )?preferred|preferabl[ey]|preference(?: will be given)?(?: to| for)?|desired|desirable|वरीयता|वांछनीय|प्राथमिकता`, 'should', 'either'),
  cue(String.raw`should be (?:familiar|known|comfortable|understood)(?= to\b|\s*(?:[,.;)]|$))`, 'should', 'after', false),
  cue(String.raw`should(?: have| be| know)?|would like|we(?:'|’)d like|looking for someone with`, 'should', 'before', false),
  cue(String.raw`must(?:[- ]haves?| be| know| possess| also| hold)?|need to (?:have|know|be)|ha(?:ve|s) to (?:have|know|be)|needs? (?:a |an |strong |good )?|you(?:'|’)?ll need|minimum(?: of)?|at least`, 'must', 'before', true),
  cue(String.raw`(?:is |are )?(?:required|mandatory|essential|compulsory|necessary|indispensable|expected(?!\s+(?:to|salary|joining|outcomes?)\b)|an? (?:absolute )?(?:must(?:[- ]have)?|prerequisite|necessity|requirement)|non-negotiable|अनिवार्य|आवश्यक|ज़रूरी|जरूरी|चाहिए|(?:hona |honi |aana |aani )?chahiye|zaroori|zaruri|jaroori|jaruri)`, 'must', 'either', true),
  cue(String.raw`we (?:expect|require|need)`, 'must', 'before', false),
  cue(String.raw`strong|proven|expert(?:ise)?|solid|extensive|in-depth|excellent`, 'must', 'before', false),
];
