/** Names that a text mentions in order to say that they are not there, or not asked for. */
import type { Span } from '../text/span.ts';
import { isListGap } from './lists.ts';

/** Words that may stand between a negation and what it denies. */
const bridge = String.raw`(?:any|much|prior|previous|formal|real|practical|professional|commercial|hands-on|hands on|working|direct|deep|or|and|experience|knowledge|exposure|background|familiarity|expertise|skills?|understanding|training|certification|use|using|used|work|worked|learned|learnt|touched|studied|written|of|in|with|to|on|the|a|an|such|as|know|knowing|knows|have|having|had|need|needing|require|familiar|experienced|proficient|skilled|comfortable|expert|developer|programmer|yet|ever|for)`;
/** What denies the name behind it, unless it goes on "not only", "not just", "not limited to". */
const before = new RegExp(
  String.raw`(?:^|[^\p{L}\p{M}])(?:no|not(?!\s+(?:only|just|merely|limited|least))|without|never|neither|lack(?:s|ing)?(?:\s+of)?|zero|unfamiliar|unable|cannot|can't|can’t|don't|don’t|doesn't|doesn’t|didn't|didn’t|haven't|haven’t|hasn't|hasn’t|instead\s+of|rather\s+than|other\s+than|except(?:\s+for)?|excluding|बिना|न\s+तो)(?:\s+${bridge})*\s+$`,
  'iu',
);
/** A promise or an advantage after the denial takes it back: "not required but a plus". */
const takenBack = String.raw`(?![^\S\n]*[,(–-]?[^\S\n]*(?:but|however|though)?[^.;\n]{0,20}(?:plus|bonus|advantage|asset|preferred|nice|helpful|helps|desirable|welcome|beneficial))`;
const after = new RegExp(
  String.raw`^\s*(?:(?:programming|coding|experience|knowledge|skills?|background|certification|degree|is|are|was|were|also)\s+){0,4}(?:(?:is|are|was|were)\s+)?(?:not\s+(?:strictly\s+)?(?:required|needed|necessary|mandatory|essential|expected|a\s+must|wanted|relevant|my)|isn't\s+(?:required|needed|necessary)|isn’t\s+(?:required|needed|necessary)|aren't\s+(?:required|needed)|unnecessary)${takenBack}`,
  'iu',
);
const takenBackHindi = String.raw`(?!\s*(?:है|हैं|हो)?\s*,?\s*(?:लेकिन|परंतु|परन्तु|किन्तु|मगर|पर)\s[^.;।\n]{0,30}(?:लाभ|बेहतर|अच्छा|प्लस|बोनस|वरीयता|प्राथमिकता|उपयोगी))`;
/** Hindi denies behind the name: "जावा का अनुभव नहीं", "जावा के बिना". */
const afterHindi = new RegExp(String.raw`^\s*(?:(?:का|की|के|में|को|से|कोई|भी|अनुभव|ज्ञान|जानकारी|कौशल|परिचित|आना|आती|आता|आवश्यक|ज़रूरी|जरूरी|अनिवार्य|ज़रूरत|जरूरत|आवश्यकता|होना)\s+){0,6}(?:नहीं${takenBackHindi}|बिना|न\s+हो)`, 'u');

/**
 * Every denial that the patterns above know holds one of these; most names have none near and are done with here. Without
 * Unicode classes, and without a look at the letter before, which cost more at each letter than all the rest: now and then
 * it says "perhaps" for nothing.
 */
const hint = /(?:no|not|without|never|neither|lack(?:s|ing)?|zero|unfamiliar|unable|unnecessary|cannot|instead|rather|other\s+than|except|excluding)(?![a-z])|n['’]t(?![a-z])|(?<![ऀ-ॿ])न(?![ऀ-ॿ])|नहीं|बिना/gi;

/** Letters looked at on each side; longer denials are not about the name. */
const reach = 90;
const sentenceStart = /[.!?;।]\s|\n\s*\n|(?:^|\s)(?:but|however|although|though|yet|लेकिन|परंतु)\s/giu;

function isDeniedBefore(left: string): boolean {
  const from = [...left.matchAll(sentenceStart)].at(-1);
  return before.test(from === undefined ? left : left.slice(from.index + from[0].length));
}

const isDeniedBehind = (right: string): boolean => after.test(right) || afterHindi.test(right);

/**
 * For each name, in order of the text, whether it is denied: by a negation right before it ("no experience with Java"),
 * right behind it ("Java is not required", "जावा का अनुभव नहीं"), or through a list it stands in ("without Java or Go").
 */
export function negations(text: string, names: readonly Span[]): boolean[] {
  const hints = Array.from(text.matchAll(hint), ({ index }) => index);
  if (hints.length === 0) return names.map(() => false);
  let nextHint = 0;
  const direct = names.map(({ start, end }) => {
    while ((hints[nextHint] ?? Infinity) < start - reach) nextHint += 1;
    let behind = nextHint;
    while ((hints[behind] ?? Infinity) < end) behind += 1;
    return {
      before: (hints[nextHint] ?? Infinity) < start && isDeniedBefore(text.slice(Math.max(0, start - reach), start)),
      after: (hints[behind] ?? Infinity) < end + reach && isDeniedBehind(text.slice(end, end + reach)),
    };
  });
  if (!direct.some((how) => how.before || how.after)) return names.map(() => false);
  const joined = names.map(({ end }, index) => {
    const next = names[index + 1];
    return next !== undefined && next.start >= end && isListGap(text.slice(end, next.start).replace(/\b(?:any|the|a|an|in|with|of)\s+$/i, ''));
  });
  const forward = names.map(() => false);
  const backward = names.map(() => false);
  for (let index = 1; index < names.length; index += 1) {
    forward[index] = joined[index - 1] === true && (direct[index - 1]?.before === true || forward[index - 1] === true);
  }
  for (let index = names.length - 2; index >= 0; index -= 1) {
    backward[index] = joined[index] === true && (direct[index + 1]?.after === true || backward[index + 1] === true);
  }
  return direct.map((how, index) => how.before || how.after || forward[index] === true || backward[index] === true);
}
