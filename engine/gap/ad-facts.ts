/** What an ad says about itself: title, organisation, place; and the years it asks for. Null where it is not evident. */

import { splitCommas } from '../resume/entries/pieces.ts';
import { organisationScore } from '../resume/vocabulary/organisations.ts';
import { isPlace } from '../resume/vocabulary/places.ts';

export interface AdFacts {
  readonly title: string | null;
  readonly organisation: string | null;
  readonly place: string | null;
}

/** What people who do a job are called; ends a title ("Senior Data Analyst") wherever it stands. */
export const occupation = String.raw`(?:engineers?|developers?|programmers?|analysts?|scientists?|architects?|administrators?|designers?|managers?|leads?|consultants?|specialists?|technicians?|officers?|executives?|associates?|assistants?|coordinators?|nurses?|accountants?|auditors?|teachers?|lecturers?|professors?|tutors?|trainers?|recruiters?|writers?|editors?|researchers?|operators?|supervisors?|directors?|advisors?|advisers?|representatives?|testers?|interns?|trainees?|apprentices?|pharmacists?|therapists?|doctors?|physicians?|surveyors?|planners?|buyers?|clerks?|drivers?|electricians?|welders?|chefs?|lawyers?|paralegals?|economists?|statisticians?|instructors?|educators?|volunteers?|agents?|generalists?|bankers?|underwriters?|dentists?|midwi(?:fe|ves)|carers?|caregivers?|bakers?|foremen|foreman|fitters?|turners?|painters?|masons?|attendants?|cashiers?|mechanics?|receptionists?|secretar(?:y|ies)|registrars?|librarians?|counsell?ors?|plumbers?|carpenters?|machinists?|strategists?|marketers?|owners?|masters?|heads?|internship|डेवलपर|प्रशिक्षक|सहायक|ऑपरेटर|अधिकारी|लिपिक|चालक|पर्यवेक्षक|अध्यापक|शिक्षिका|इंजीनियर|अभियंता|प्रबंधक|शिक्षक|नर्स|लेखाकार|विश्लेषक)`;
const longestTitleWords = 10;
const longestTitleLine = 160;

const labelled = (labels: string): RegExp => new RegExp(String.raw`^[ \t#*•-]{0,8}(?:${labels})[ \t*]{0,4}[:：–-][ \t*]{0,8}(\S.{1,79}?)[ \t*]{0,8}$`, 'imu');
const titleLabel = labelled(String.raw`job title|title|position(?: title)?|role|designation|vacancy|post|पद(?: का नाम)?`);
const organisationLabel = labelled(String.raw`company(?: name)?|organi[sz]ation|employer|hiring (?:company|organi[sz]ation)|कंपनी|संस्था`);
const placeLabel = labelled(String.raw`(?:job |work |office )?locations?|place(?: of work)?|site|duty station|city|based in|स्थान|कार्यस्थल`);

const hiring = new RegExp(String.raw`(?:hiring|looking for|seeking|searching for|need|recruiting|want|require)\s+(?:for\s+)?(?:an?|the|our|another)?\s*((?:[\p{L}\d+#./&-]+\s+){0,6}?${occupation})(?![\p{L}])`, 'iu');
/** "HR executive required for …" */
const wantedFirst = new RegExp(String.raw`^\s*((?:[\p{L}\d+#./&-]+[ \t]+){0,4}?${occupation})[ \t]+(?:(?:is|are)[ \t]+)?(?:required|wanted|needed)(?![\p{L}])`, 'iu');
const fillers = /^(?:experienced|talented|motivated|passionate|skilled|dynamic|enthusiastic|highly|self-motivated|creative|qualified|dedicated|energetic|new|driven|strong|great|good|and|an?|the)\s+/i;

/** "Now hiring: MIG welders", "REQUIRED: SITE ENGINEER". */
const announcement = /^(?:(?:now|urgently|urgent|we(?: are|['’]re)) )?(?:hiring|required|requirement|wanted|vacancy|(?:job )?opening|walk[- ]in)(?: (?:for|alert))?\s*[:!–-]\s*/i;

/** Words that make a line a sentence and not a title. */
const sentenceWord = /\b(?:we|you|our|is|are|will|looking|seeking|hiring|need|join|must|have)\b/i;

const namesOccupation = new RegExp(String.raw`(?<![\p{L}])${occupation}(?![\p{L}])`, 'iu');
/** From here on a name sounds like an employer's. */
const employerScore = 0.6;

function titleOfLine(line: string): string | null {
  if (line.length > longestTitleLine) return null;
  const bare = line.replace(/^[\s#*_•-]+|[\s*_]+$/g, '').replace(announcement, '').replace(/\s*\([^()]{1,12}\)(?=\s+\p{L})/gu, '');
  if (/[.!?]$/.test(bare)) return null;
  const [first = '', ...others] = bare.split(/\s+(?:at|@)\s+|\s+[|–—-]\s+|,\s|\s+\(|:\s/);
  const isTitle = (piece: string): boolean => piece.split(/\s+/).length <= longestTitleWords && !sentenceWord.test(piece) && namesOccupation.test(piece);
  if (isTitle(first)) return first.trim();
  // "Walk-in interview | Staff nurse | Fortune Hospital"
  return /\s\|\s/.test(bare) ? (others.find((piece) => isTitle(piece) && organisationScore(piece) < employerScore)?.trim() ?? null) : null;
}

function readTitle(lines: readonly string[], text: string): string | null {
  const written = titleLabel.exec(text)?.[1];
  if (written !== undefined) return written;
  for (const line of lines.slice(0, 3)) {
    const title = titleOfLine(line);
    if (title !== null) return title;
  }
  let title = wantedFirst.exec(text)?.[1] ?? hiring.exec(text)?.[1];
  for (let shorter = title?.replace(fillers, ''); shorter !== undefined && shorter !== title; shorter = title?.replace(fillers, '')) title = shorter;
  return title === undefined ? null : title.charAt(0).toUpperCase() + title.slice(1);
}

const name = String.raw`(\p{Lu}[\p{L}\p{N}&.'’-]*(?:[ \t](?:\p{Lu}[\p{L}\p{N}&.'’-]*|of|and|for|the)){0,5})`;
const organisationPhrases: readonly RegExp[] = [
  new RegExp(String.raw`^[ \t#*•-]{0,8}About\s+(?![Uu]s\b|US\b|[Tt]he\b|[Oo]ur\b|[Yy]ou\b|[Tt]his\b|[Rr]ole\b)${name}\s*:?\s*$`, 'mu'),
  new RegExp(String.raw`${name}\s+(?:is|are)\s+(?:now\s+)?(?:hiring|looking for|seeking|recruiting)`, 'u'),
  new RegExp(String.raw`(?:[Jj]oin|[Ww]ork (?:at|for)|[Cc]areers at)\s+(?!us\b|our\b|the\b|a\b)${name}`, 'u'),
];

/** Nothing but words with a capital: a name, and no sentence about one. */
const likeAName = /^(?!About\b)[\p{Lu}\p{Lo}][\p{L}\p{M}\p{N}&.'’-]*(?: (?:[\p{Lu}\p{Lo}][\p{L}\p{M}\p{N}&.'’-]*|of|and|&|for|the)){1,6}$/u;

/** What stands beside and right below the title: "Zentrale GmbH · Munich · full-time". */
function headPieces(lines: readonly string[]): string[] {
  return lines.slice(0, 3).filter((line) => line.length <= longestTitleWords * 10 && !/[.!?]$|[:：]/.test(line) && !sentenceWord.test(line))
    .flatMap((line) => splitCommas(line.replace(/\*\*|^#+\s*/g, '').replace(/\s+[|·•–—-]\s+/g, ', ')).map((piece) => piece.trim())).filter((piece) => piece !== '');
}

function readOrganisation(lines: readonly string[], text: string): string | null {
  const written = organisationLabel.exec(text)?.[1];
  if (written !== undefined) return written;
  for (const line of lines.slice(0, 3)) {
    const at = titleOfLine(line) === null ? null : /\s(?:at|@)\s+(\p{Lu}[^|,()–]{1,50}?)\s*(?:[|,(–]|\s-\s|$)/u.exec(line);
    if (at?.[1] !== undefined) return at[1];
  }
  const named = headPieces(lines).find((piece) => organisationScore(piece) >= employerScore && titleOfLine(piece) === null && likeAName.test(piece));
  if (named !== undefined) return named;
  for (const phrase of organisationPhrases) {
    const found = phrase.exec(text)?.[1]?.replace(/\s+(?:of|and|for|the)$/, '');
    if (found !== undefined && !/^(?:We|You|They|The|This|Our|Who|It|Company|Team)$/.test(found)) return found.replace(/[.]$/, '');
  }
  return null;
}

/** "Bengaluru (hybrid)" → "Bengaluru, hybrid": places are shown in brackets themselves. */
const withoutBrackets = (place: string): string => place.replace(/\s*\(([^()]+)\)$/u, ', $1');

function readPlace(lines: readonly string[], text: string): string | null {
  const written = placeLabel.exec(text)?.[1];
  if (written !== undefined) return written;
  const pieces = headPieces(lines);
  const at = pieces.findIndex((piece) => isPlace(piece));
  const pair = pieces.findIndex((piece, index) => index > 0 && isPlace(`${pieces[index - 1] as string}, ${piece}`) && organisationScore(pieces[index - 1] as string) === 0);
  if (pair >= 0 && (at < 0 || pair - 1 <= at)) return withoutBrackets(`${pieces[pair - 1] as string}, ${pieces[pair] as string}`);
  if (at >= 0) return withoutBrackets(pieces[at] as string);
  const based = /(?:based (?:in|at|out of)|located in|office in)\s+(\p{Lu}[\p{L}'’-]*(?:[\s,]+\p{Lu}[\p{L}'’-]*){0,3})/u.exec(text)?.[1];
  if (based !== undefined) return based;
  return /\b(?:fully remote|100% remote|remote (?:position|role|job|work)|work from home)\b/i.test(text) ? 'Remote' : null;
}

const number = String.raw`(\d{1,2}(?:\.\d)?)`;
const years = new RegExp(String.raw`(?<![\p{L}\d.])${number}\s{0,3}\+?(?:\s{0,3}(?:-|–|to|से)\s{0,3}\d{1,2}(?:\.\d)?)?\s{0,3}\+?\s{0,3}(?:plus\s)?(?:years?|yrs?|वर्ष(?:ों)?|साल)(?![\p{L}\p{M}])`, 'giu');
const writtenNumbers: Readonly<Record<string, string>> = { one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9', ten: '10' };
const aboutSomethingElse = /(?:for (?:over|more than|the (?:last|past))|since|history|founded|legacy|anniversary|in business|years? (?:old|ago)|bond|of age|contract of|years?['’]?s?[\s-]{1,2}(?:[\p{L}'’-]+\s){0,3}?(?:degree|programme|diploma|course)|(?:degree|programme|diploma|course) (?:of|lasting|over) (?:\d|\p{L}+ years))/iu;
const freshers = /\b(?:freshers?|no (?:prior |previous )?experience (?:is )?(?:required|needed|necessary)|entry[- ]level)\b/i;
/** More than this is a company's age. */
const mostYears = 20;

/** The years a sentence asks for: the lower bound of a range, the least of several joined by "or". */
function yearsOfSentence(sentence: string): number | null {
  if (aboutSomethingElse.test(sentence)) return null;
  const spelled = sentence.replace(/\b(one|two|three|four|five|six|seven|eight|nine|ten)\b(?=[\s+()\d-]{0,8}(?:years?|yrs?))/gi, (word) => writtenNumbers[word.toLowerCase()] ?? word);
  const bounds = Array.from(spelled.matchAll(years), (match) => Number(match[1])).filter((bound) => bound <= mostYears);
  if (bounds.length === 0) return null;
  return /\bor\b/i.test(spelled) ? Math.min(...bounds) : Math.max(...bounds);
}

export function readAdFacts(text: string): AdFacts {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  return { title: readTitle(lines, text), organisation: readOrganisation(lines, text), place: readPlace(lines, text) };
}

/** The most years any of the sentences asks for: what is wanted of the job as a whole beside what each tool wants. */
export function readMinimumYears(asking: readonly string[]): number | null {
  const bounds = asking.map(yearsOfSentence).filter((bound) => bound !== null);
  if (bounds.length > 0) return Math.max(...bounds);
  return asking.some((sentence) => freshers.test(sentence)) ? 0 : null;
}
