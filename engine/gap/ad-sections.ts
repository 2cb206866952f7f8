/** The parts of a job ad: what stands under "Requirements" counts, what stands under "Benefits" does not. */
import type { Span } from '../text/span.ts';
import { rowAsLabel } from './ad-lines.ts';
import { asksOutright, isAboutTheFirm, namesToolsOfTheFirm } from './firm-sentences.ts';

export const adParts = ['title', 'requirements', 'preferred', 'nice', 'responsibilities', 'stack', 'facts', 'other', 'about', 'benefits', 'application', 'legal', 'unneeded'] as const;
export type AdPart = (typeof adParts)[number];

export interface AdSection extends Span {
  readonly part: AdPart;
}

const any = (...phrases: readonly string[]): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\p{M}])(?:${phrases.join('|')})(?![\p{L}\p{M}])`, 'iu');

/** In this order: "preferred qualifications" and "nice to have skills" are not requirements. Hindi beside English. */
const headings: readonly (readonly [AdPart, RegExp])[] = [
  ['unneeded', any('(?:what )?you(?:(?:\'|’)ll| will| do|(?:\'|’)d)? ?(?:not|n(?:\'|’)t|never) (?:need|have to|be asked)(?: to (?:know|have))?', 'you (?:do|wo)n(?:\'|’)t need', '(?:not|no longer) (?:required|needed|necessary)', 'what you can forget')],
  ['nice', any('nice[- ]to[- ]haves?', 'good[- ]to[- ]haves?', 'good to know', 'bonus(?: points| skills)?', 'plus(?:es| points)', 'brownie points', 'added advantages?', 'optional(?: skills)?', 'extra credit', 'even better if', 'would be (?:great|nice)', 'ideally', '^(?:nice|could(?:[- ]haves?)?)$', '(?:highly regarded|you might also have|what would make us .+|if you also)(?: .+)?', 'अतिरिक्त योग्यता', 'बेहतर होगा')],
  ['requirements', any('desired (?:candidate )?profile', 'desired candidates?')],
  ['preferred', any('preferred', 'desired', 'desirable', 'preferable', '^should(?:[- ]haves?)?$', 'वरीयता', 'वांछनीय')],
  ['benefits', any('benefits', 'perks', 'what we offer', 'we offer', 'what you(?:\'|’)?(?:ll)? (?:will )?get', 'what(?:\'|’)s in it for you', 'why (?:join|work|us|you(?:\'|’)ll)\\b.*', 'compensation', 'remuneration', 'salary', 'stipend', 'rewards', 'what(?:\'|’)s on offer', 'our offer', 'in return', 'wir bieten(?: / .+)?', 'लाभ', 'सुविधाएं', 'वेतन')],
  ['application', any('how to apply', 'application (?:process|procedure|instructions)', 'selection process', 'interview process', 'hiring process', 'contact (?:us|person|details)', 'आवेदन(?: कैसे करें| प्रक्रिया)?')],
  ['legal', any('equal (?:employment )?opportunit(?:y|ies)(?: employer| statement)?', 'eeo(?: statement)?', 'diversity(?:,| and| &).*', 'disclaimer', 'privacy notice', 'accommodations?')],
  ['about', any('about (?!you|the (?:role|job|position|opportunity|work)|this|your)\\S.*', 'who we are', '(?:company|organi[sz]ation|employer) (?:overview|profile|description|summary|background)', 'who are we', 'über uns(?: / .+)?', 'our (?:company|client|firm)', 'our (?:story|mission|values|culture)', 'the (?:company|client|firm)', 'हमारे बारे में', 'कंपनी के बारे में')],
  ['stack', any('(?:our |the )?(?:tech(?:nology)?|technical) stack', '(?:our|the) stack', 'technologies(?: we use| used)?', 'tools (?:we use|and technologies)', 'environment')],
  ['requirements', any('(?:minimum|basic|job|key|essential|mandatory|technical|candidate|position|skill|professional|educational)? ?(?:requirements?|qualifications?)', '(?:required|key|must[- ]have|technical|core|mandatory|essential|primary|relevant|it)? ?skills?(?: (?:required|needed|set|sets|and .+|& .+))?', 'skillsets?', 'must[- ]haves?', 'what (?:you(?:\'|’)?(?:ll|re| will)? )?(?:need|bring|must have|should have)(?: to .+)?', 'what (?:we need|we(?:\'|’)re after|it takes|you know)', '^(?:you|required|essential|mandatory|minimum|must)$', 'essential criteria', 'you (?:must|should) have', 'we (?:expect|require)', 'what we(?:\'|’)?(?: a)?re looking for', 'we(?:\'|’)?(?: a)?re looking for', 'what we expect', 'who you are', 'who we(?:\'|’)?(?: a)?re looking for', 'you have', 'you(?:\'|’)ll have', 'you bring', 'about you', 'your (?:profile|skills|background|experience|qualifications)', 'desired candidate profile', 'candidate profile', 'ideal candidate', 'eligibility(?: criteria)?', 'person specification', 'knowledge(?:,| and) .+', 'competenc(?:y|ies)', 'experience(?: and .+| required| needed|,.+)', 'what makes you .+', '(?:dein|ihr) profil(?: / .+)?', 'das bring(?:st du|en sie) mit(?: / .+)?', '(?:आवश्यक |अनिवार्य )?(?:योग्यता|कौशल|अर्हता|आवश्यकताएं|पात्रता)')],
  ['responsibilities', any('(?:key |main |core |job |primary |your |roles? (?:and|&) |duties (?:and|&) )?responsibilit(?:y|ies)', '(?:key |essential |job |principal )?(?:duties|accountabilities|functions|tasks)(?: (?:and|&) .+)?', 'what you(?:\'|’)?(?:ll| will) (?:do|be doing|work on)', 'the (?:role|job|position|opportunity)', 'job (?:description|summary|purpose|overview|profile)', 'role (?:overview|description|summary|purpose)', 'position (?:summary|overview|description)', 'your (?:role|mission|tasks|day|impact)', 'day[- ]to[- ]day', 'about the (?:role|job|position)', 'in this role.*', '^you(?:(?:\'|’)ll| will)$', 'scope of work', '(?:deine |ihre )?aufgaben(?: / .+)?', 'roles', 'key deliverables', 'ज़िम्मेदारियाँ', 'जिम्मेदारियां', 'जिम्मेदारियाँ', 'कार्य', 'भूमिका')],
  ['facts', any('(?:job )?(?:location|title|type|role|code|id|category)', 'position', 'company', 'organi[sz]ation', 'employer', 'department', 'education', 'experience', 'years of experience', 'notice period', 'employment type', 'job type', 'schedule', 'shift', 'reports? to', 'start date', 'duration', 'closing date', 'openings?', 'vacanc(?:y|ies)', 'industry', 'स्थान', 'पद', 'अनुभव')],
];

const longestHeadingWords = 8;
const longestHeading = 100;
const longestFact = 120;
/** The heading's own words, of all words of its line, when no colon marks it as one. */
const headingShare = 0.5;

const countWords = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;

/** Parts that a line with a colon opens wherever it names them: "Qualifications for this position include:". */
const namedAnywhere: ReadonlySet<AdPart> = new Set<AdPart>(['requirements', 'responsibilities', 'preferred', 'nice']);

/** An item of a list is none, unless it is set in bold or ends in a colon. */
const listItem = /^\s*[-•·●▪■*]\s(?!.*(?:\*\*|[:：])\s*$)/u;

function partOfHeading(written: string, marked: boolean, ownLine = true): AdPart | null {
  if (written.length > longestHeading || listItem.test(written) || /\(.*\)\s*$/.test(written)) return null;
  const heading = written.replace(/^[\s#*_>•·●▪■–—-]+|[\s*_:：–—-]+$/g, '');
  const words = countWords(heading);
  if (words === 0 || words > longestHeadingWords || /[.!?,;]$/.test(heading)) return null;
  for (const [part, pattern] of headings) {
    const found = pattern.exec(heading);
    if (found === null) continue;
    const isWhole = countWords(found[0]) >= words * headingShare;
    const isAtEdge = found.index === 0 || found.index + found[0].length === heading.length;
    if (marked && ownLine && namedAnywhere.has(part)) return part;
    if (part === 'facts' ? marked && found.index === 0 && isWhole : isWhole && isAtEdge) return part;
  }
  return null;
}

/** A heading in running text: "… team. Requirements: Java, SQL". */
const inlineHeading = /(?<=^|[.!?;•|]\s{1,4}|\s{2})[^\n.:;!?•|]{3,60}(?=\s{0,3}[:：])/gu;

/** A fact is as long as its line, or in running text as its sentence. */
function valueLength(rest: string): number {
  if (rest.length <= longestFact) return rest.length;
  const end = rest.search(/[.;•|]\s|\S\s{2}/);
  return end < 0 || end > longestFact ? longestFact : end + 1;
}

/** Parts whose heading, with text behind it, speaks of its line and of a list right below: "Nice: Istio, Vault". */
const ofOneLine: ReadonlySet<AdPart> = new Set<AdPart>(['preferred', 'nice', 'unneeded']);
/** A line that the next one goes on with. */
const goesOn = /(?:[,;&]|\b(?:and|or))\s*$/i;
/** Parts whose heading, with text behind it on its line, speaks of that paragraph alone: "Company overview: Acme moves freight." */
const ofOneParagraph: ReadonlySet<AdPart> = new Set<AdPart>(['about', 'benefits', 'legal']);

interface LineRead {
  readonly sections: readonly AdSection[];
  readonly after: AdPart;
  /** It opens a part that ends with its paragraph. */
  readonly isParagraph: boolean;
  /** Lines, list items aside, that the part it opens still holds for; null: until the next heading. */
  readonly linesHeld: number | null;
}

function sectionsOfLine(line: string, offset: number, current: AdPart, names: readonly Span[]): LineRead {
  const sections: AdSection[] = [];
  let part = current;
  let after = current;
  let start = 0;
  const close = (end: number): void => {
    if (line.slice(start, end).trim() !== '') sections.push({ part, start: offset + start, end: offset + end });
  };
  const namesSkill = (from: number, to: number): boolean => names.some((name) => name.start < offset + to && name.end > offset + from);
  if (!/[:：]/.test(line)) {
    const whole = namesSkill(0, line.length) ? null : partOfHeading(line, false);
    return whole === null || whole === 'facts'
      ? { sections: [{ part, start: offset, end: offset + line.length }], after, isParagraph: false, linesHeld: null }
      : { sections: [], after: whole, isParagraph: false, linesHeld: whole === 'unneeded' ? 1 : null };
  }
  for (const match of line.matchAll(inlineHeading)) {
    const found = partOfHeading(match[0], true, /^\s*[:：]\s*$/.test(line.slice(match.index + match[0].length)));
    if (found === null || namesSkill(match.index, match.index + match[0].length)) continue;
    close(match.index);
    part = found;
    if (found !== 'facts') after = found;
    start = match.index + match[0].length + (/^\s*[:：]/.exec(line.slice(match.index + match[0].length))?.[0].length ?? 0);
    if (found === 'facts') {
      const end = start + valueLength(line.slice(start));
      close(end);
      start = end;
      part = after;
    }
  }
  const hasText = line.slice(start).trim() !== '';
  close(line.length);
  const linesHeld = ofOneLine.has(after) && hasText ? Number(goesOn.test(line)) : after === 'unneeded' ? 1 : null;
  return { sections, after, isParagraph: after !== current && ofOneParagraph.has(after) && hasText, linesHeld };
}

/**
 * The ad's text by part, in order, without its headings. What comes before any heading is `other`. A heading holds until
 * the next; one about the firm with text behind it for its paragraph, one of wishes for its line and a list below, one of what is
 * not needed for a line and a list; one that names a fact ("Location: Pune") holds for its line. `names` are the skills found: a line that names
 * one ("Python skills") asks for it and is no heading.
 */
export function adSections(text: string, names: readonly Span[] = []): AdSection[] {
  const sections: AdSection[] = [];
  let current: AdPart = 'other';
  let isParagraph = false;
  /** What goes on behind a part of so many lines. */
  let held: { readonly lines: number; readonly then: AdPart } | null = null;
  let offset = 0;
  for (const written of text.split('\n')) {
    const line = rowAsLabel(written);
    if (line.trim() !== '') {
      if (held !== null && !listItem.test(line)) {
        if (held.lines === 0) current = held.then;
        held = held.lines === 0 ? null : { lines: held.lines - 1, then: held.then };
      }
      const read = sectionsOfLine(line, offset, current, names);
      sections.push(...read.sections);
      if (read.after !== current) held = read.linesHeld === null ? null : { lines: read.linesHeld, then: current };
      isParagraph = read.isParagraph || (isParagraph && read.after === current);
      current = read.after;
    } else if (isParagraph) {
      current = 'other';
      isParagraph = false;
    }
    offset += line.length + 1;
  }
  return sections;
}

const legalSentence = /equal[- ](?:employment[- ])?opportunit|without regard to|regardless of (?:race|age|gender|caste|religion)|reasonable accommodation|protected (?:veteran|class)|do(?:es)? not discriminate|e-verify|background (?:check|verification)/i;
const benefitSentence = /(?:health|medical|dental|life) insurance|paid (?:leave|time off|holidays)|provident fund|401\(?k|gym membership|free (?:meals|lunch|snacks)|(?:^|\s)we offer\s|esops?\b|relocation assistance|tuition reimbursement|learning budget/i;
const aboutUs = /^(?:about us\b|founded in|headquartered|our (?:mission|vision|clients|customers|company|products?)\b)/i;
const stackSentence = /(?:we use|we work with|our (?:tech(?:nology)? )?stack|built (?:with|on|in)|tech stack|you(?:'|’)?(?: wi)?ll (?:use|work with))\b/i;

/** The part a sentence belongs to: its section's, unless its own words give it away. */
export function partOfSentence(sentence: string, section: AdPart): AdPart {
  if (legalSentence.test(sentence)) return 'legal';
  const isLoose = section === 'other' || section === 'about' || section === 'responsibilities';
  if (isLoose && (stackSentence.test(sentence) || namesToolsOfTheFirm(sentence))) return 'stack';
  if (section !== 'benefits' && benefitSentence.test(sentence)) return 'benefits';
  if (section === 'about') return asksOutright(sentence) ? 'other' : 'about';
  return isLoose && ((section === 'other' && aboutUs.test(sentence)) || isAboutTheFirm(sentence)) ? 'about' : section;
}
