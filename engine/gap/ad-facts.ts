/** What an ad says about itself: title, organisation, place; and the years it asks for. Null where it is not evident. */

import { adLines } from './ad-lines.ts';
import { splitCommas } from '../resume/entries/pieces.ts';
import { organisationScore } from '../resume/vocabulary/organisations.ts';
import { isPlace, isRegion } from '../resume/vocabulary/places.ts';
import { roleScore } from '../resume/vocabulary/roles.ts';

export interface AdFacts {
  readonly title: string | null;
  readonly organisation: string | null;
  readonly place: string | null;
}

/** What people who do a job are called; ends a title ("Senior Data Analyst") wherever it stands. */
export const occupation = String.raw`(?:engineers?|developers?|programmers?|analysts?|scientists?|architects?|administrators?|designers?|managers?|leads?|consultants?|specialists?|technicians?|officers?|executives?|associates?|assistants?|coordinators?|nurses?|accountants?|auditors?|teachers?|lecturers?|professors?|fellows?|tutors?|trainers?|recruiters?|writers?|editors?|researchers?|operators?|supervisors?|directors?|advisors?|advisers?|representatives?|testers?|interns?|trainees?|apprentices?|pharmacists?|(?:physio|psycho|radio|hydro)?therapists?|doctors?|physicians?|surveyors?|planners?|buyers?|clerks?|drivers?|electricians?|welders?|chefs?|lawyers?|paralegals?|economists?|statisticians?|instructors?|educators?|volunteers?|agents?|generalists?|bankers?|underwriters?|dentists?|midwi(?:fe|ves)|carers?|caregivers?|bakers?|foremen|foreman|fitters?|turners?|painters?|masons?|attendants?|cashiers?|mechanics?|receptionists?|secretar(?:y|ies)|registrars?|librarians?|counsell?ors?|plumbers?|carpenters?|machinists?|strategists?|marketers?|owners?|masters?|heads?|internship|डेवलपर|प्रशिक्षक|सहायक|ऑपरेटर|अधिकारी|लिपिक|चालक|पर्यवेक्षक|अध्यापक|शिक्षिका|इंजीनियर|अभियंता|प्रबंधक|शिक्षक|नर्स|लेखाकार|विश्लेषक)`;
const longestTitleWords = 10;
const longestTitleLine = 160;

const labelled = (labels: string): RegExp => new RegExp(String.raw`^[ \t#*•-]{0,8}(?:${labels})[ \t*]{0,4}[:：–-][ \t*]{0,8}(\S.{1,79}?)[ \t*]{0,8}$`, 'imu');
const titleLabel = labelled(String.raw`job (?:title|profile|role)|title|position(?: title)?|role|designation|vacancy|post|(?:name of (?:the )?)(?:post|position)|(?:post|position) name|profile|पद(?: का नाम)?`);
const organisationLabel = labelled(String.raw`(?:name of (?:the )?)?(?:company|organi[sz]ation|employer|hiring (?:company|organi[sz]ation)|hiring for|hospital|school|college|institut(?:e|ion))(?: name)?|कंपनी|संस्था`);
const placeLabel = labelled(String.raw`(?:job |work |office )?(?:locations?|loc)|place(?: of (?:work|posting|duty|employment))?|site|duty station|posting|head ?quarters?|city|where|based in|स्थान|कार्यस्थल`);

const hiring = new RegExp(String.raw`(?:hiring|looking for|seeking|searching for|need|recruiting|want|require|(?:opportunity|opening|vacancy|requirement)(?: has arisen| exists| is available)? for|(?:post|position|role) of|after)\s+(?:for\s+)?(?:an?|the|our|another)?\s*((?:[\p{L}\d+#./&-]+\s+){0,6}?${occupation})(?![\p{L}])`, 'iu');
/** "HR executive required for …" */
const wantedFirst = new RegExp(String.raw`^\s*((?:[\p{L}\d+#./&-]+[ \t]+){0,4}?${occupation})[ \t]+(?:(?:is|are)[ \t]+)?(?:required|wanted|needed)(?![\p{L}])`, 'iu');
const fillers = /^(?:band \d\w?|experienced|talented|motivated|passionate|skilled|dynamic|enthusiastic|highly|self-motivated|creative|qualified|dedicated|energetic|new|driven|strong|great|good|and|an?|the)\s+/i;

/** "Now hiring: MIG welders", "REQUIRED: SITE ENGINEER", "Opening for a cook", "Wanted sales officers". */
const announcement = /^(?:(?:now|urgently|urgent|we(?: are|['’]re)|job|immediate) )*(?:(?:hiring|required|requirement|wanted|vacanc(?:y|ies)|openings?|walk[- ]in|recruitment)(?: (?:for|alert))?\s*[:!–-]+\s*|(?:hiring|requirement|vacanc(?:y|ies)|openings?|recruitment|applications? invited) (?:for|of) (?:the (?:post|position) of )?(?:an? |the )?|wanted (?:an? )?)/i;
/** "Telecaller chahiye", "TGT Mathematics – Required". */
const wantedBehind = /\s+(?:(?:[–-]\s*)?(?:urgently )?(?:required|wanted|needed)$|(?:chahiye|चाहिए)(?![\p{L}\p{M}]).*$)/iu;
/** Behind these a title goes on with where and for what: "Research fellow in a funded project". */
const beyondTitle = /\s+(?:in (?:an?|the)|for (?:an?|the|our)|with|to)\s.*$/i;

/** Words that make a line a sentence and not a title. */
const sentenceWord = /\b(?:we|you|our|is|are|will|looking|seeking|hiring|need|join|must|have)\b/i;

const namesOccupation = new RegExp(String.raw`(?<![\p{L}])${occupation}(?![\p{L}])`, 'iu');
/** From here on a name sounds like an employer's. */
const employerScore = 0.6;

/** Trained nurses and teachers of Indian schools are called by letters. */
const lettersOfPosts = /(?<![\p{L}])(?:RN|LPN|CNA|ANM|GNM|TGT|PGT|PRT|SDE|SDET|JRF|SRF)(?![\p{L}])/u;
const salutation = /^(?:dear|hi|hello|hey|greetings)(?![\p{L}])/iu;
const namesPost = (text: string): boolean => !salutation.test(text) && (namesOccupation.test(text) || lettersOfPosts.test(text) || roleScore(text) >= 1);

function titleOfLine(line: string): string | null {
  if (line.length > longestTitleLine) return null;
  const bare = line.replace(/^[\s#*_•-]+|[\s*_]+$/g, '').replace(announcement, '').replace(/\s*\([^()]{1,12}\)(?=\s+\p{L})/gu, '');
  if (/[.!?]$/.test(bare)) return null;
  const [first = '', ...others] = bare.replace(wantedBehind, '').split(/\s+(?:at|@)\s+|\s+[|–—-]\s+|,\s|\s+\(|:\s/);
  const isTitle = (piece: string): boolean => piece.split(/\s+/).length <= longestTitleWords && !sentenceWord.test(piece) && namesPost(piece);
  const short = first.replace(beyondTitle, '');
  if (isTitle(short)) return short.trim();
  // "Walk-in interview | Staff nurse | Fortune Hospital"
  return /\s\|\s/.test(bare) ? (others.find((piece) => isTitle(piece) && organisationScore(piece) < employerScore)?.trim() ?? null) : null;
}

/** What stands behind a label and is no sentence. */
function labelledTitle(text: string): string | null {
  const written = titleLabel.exec(text)?.[1];
  return written === undefined || (sentenceWord.test(written) && written.split(/\s+/).length > longestTitleWords / 2) ? null : written;
}

/** The line of the title, where it stands by itself, counted from 0. */
function findTitleLine(lines: readonly string[]): number {
  return lines.slice(0, 3).findIndex((line) => titleOfLine(line) !== null);
}

function readTitle(lines: readonly string[], text: string): string | null {
  const at = findTitleLine(lines);
  const ofLine = at < 0 ? null : titleOfLine(lines[at] as string);
  // A portal's "Role: …" further down names the kind of job that the title is of.
  if (at === 0 && !(lines[0] as string).includes(':')) return ofLine;
  const written = labelledTitle(text) ?? ofLine;
  if (written !== null) return written;
  let title = wantedFirst.exec(text)?.[1] ?? hiring.exec(text)?.[1];
  for (let shorter = title?.replace(fillers, ''); shorter !== undefined && shorter !== title; shorter = title?.replace(fillers, '')) title = shorter;
  return title === undefined ? null : title.charAt(0).toUpperCase() + title.slice(1);
}

const name = String.raw`(\p{Lu}[\p{L}\p{N}&.'’-]*(?:[ \t](?:\p{Lu}[\p{L}\p{N}&.'’-]*|of|and|for|the)){0,5})`;
const organisationPhrases: readonly RegExp[] = [
  new RegExp(String.raw`^[ \t#*•-]{0,8}About\s+(?![Uu]s\b|US\b|[Tt]he\b|[Oo]ur\b|[Yy]ou\b|[Tt]his\b|[Rr]ole\b)${name}\s*:?\s*$`, 'mu'),
  new RegExp(String.raw`${name}\s+(?:is|are)\s+(?:now\s+)?(?:hiring|looking for|seeking|recruiting)`, 'u'),
  new RegExp(String.raw`(?:[Jj]oin|[Ww]ork (?:at|for)|[Cc]areers at)\s+(?!us\b|our\b|the\b|a\b)${name}`, 'u'),
  new RegExp(String.raw`^[ \t#*•-]{0,8}About (?:[Uu]s|(?:the )?[Cc]ompany)\s*[:–-]\s*${name}\s+\p{Ll}`, 'mu'),
  new RegExp(String.raw`(?:^|[\s(])(?:[Ww]e(?:['’]re| are)|I(?:['’]m| am) (?:\p{L}+ ?){1,3}, [\p{L} ]{2,20} (?:of|at))\s+${name}(?=[,.;(])`, 'mu'),
  new RegExp(String.raw`^${name}\s+is (?:on a mission|an equal|committed to|one of|an? (?:\p{L}+[ -]){0,2}(?:leading|leader|fast-growing))`, 'mu'),
  new RegExp(String.raw`(?:(?:campus|recruitment|placement) drive (?:of|by|for)|on behalf of)\s+${name}`, 'u'),
];

/** Nothing but words with a capital: a name, and no sentence about one. */
const likeAName = /^(?!About\b)[\p{Lu}\p{Lo}][\p{L}\p{M}\p{N}&.'’-]*(?: (?:[\p{Lu}\p{Lo}][\p{L}\p{M}\p{N}&.'’-]*|of|and|&|for|the)){1,6}$/u;
/** Opens what an ad's first lines say besides: headings, and terms of the job. */
const noName = /^(?:job|role|position|post|work|overview|summary|description|key|main|requirements?|qualifications?|skills?|what|who|why|how|location|salary|experience|exp|education|full|part|remote|hybrid|on-?site|contract|permanent|temporary|fixed|posted|requisition|ref(?:erence)?|band|grade|sign-on|urgent|walk-in|apply|notice|dear|greetings|sub|immediate|freshers?|days?|nights?|shifts?|candidates?)(?![\p{L}])/iu;
/** Parts of an employer: "Emergency Department". */
const unitOfEmployer = /(?<![\p{L}])(?:department|team|unit|division|ward)$/iu;

const readableHead = (line: string): boolean => line.length <= longestTitleWords * 10 && !/[.!?]$|[:：]/.test(line) && !sentenceWord.test(line);
const piecesOf = (line: string): string[] => splitCommas(line.replace(/\*\*|^#+\s*/g, '').replace(/\s+[|·•–—-]\s+/g, ', ')).map((piece) => piece.trim()).filter((piece) => piece !== '');
/** Without what a bracket says of it: "Sunrise School (CBSE affiliated)". */
const withoutRemark = (piece: string): string => piece.replace(/\s*\([^()]*\)$/u, '');

/** What stands beside and right below the title: "Zentrale GmbH · Munich · full-time". */
function headPieces(lines: readonly string[]): string[] {
  return lines.slice(0, 3).filter(readableHead).flatMap(piecesOf);
}

/** A name by itself below the title, or before its place there; or above a title that a label gives further down. */
function nameBesideTitle(lines: readonly string[]): string | null {
  const at = findTitleLine(lines);
  const line = at >= 0 ? lines[at + 1] : labelledTitle(lines.join('\n')) === null ? undefined : lines[0];
  if (line === undefined || !readableHead(line.split(/,\s*(?=\p{L}+:)/u)[0] as string)) return null;
  const [first = ''] = piecesOf(line);
  const name = withoutRemark(first);
  const isName = likeAName.test(name) && !noName.test(name) && !unitOfEmployer.test(name) && !isPlace(name) && titleOfLine(name) === null;
  return isName ? name : null;
}

function readOrganisation(lines: readonly string[], text: string): string | null {
  const written = organisationLabel.exec(text)?.[1];
  if (written !== undefined) return written.replace(/\s*\((?=[\p{Ll}\d])[^()]*\)$/u, '');
  for (const line of lines.slice(0, 3)) {
    const at = titleOfLine(line) === null ? null : /\s(?:at|@)\s+(\p{Lu}[^|,()–]{1,50}?)\s*(?:[|,(–]|\s-\s|$)/u.exec(line);
    if (at?.[1] !== undefined) return at[1];
  }
  const named = headPieces(lines).map(withoutRemark).find((piece) => organisationScore(piece) >= employerScore && !unitOfEmployer.test(piece) && titleOfLine(piece) === null && likeAName.test(piece)) ?? nameBesideTitle(lines);
  if (named !== null) return named;
  for (const phrase of organisationPhrases) {
    const found = phrase.exec(text)?.[1]?.replace(/\s+(?:of|and|for|the)$/, '');
    if (found !== undefined && !/^(?:We|You|They|The|This|Our|Who|It|Company|Team)$/.test(found) && titleOfLine(found) === null) return found.replace(/[.]$/, '');
  }
  return null;
}

/** "Bengaluru (hybrid)" → "Bengaluru, hybrid": places are shown in brackets themselves. */
const withoutBrackets = (place: string): string => place.replace(/\s*\(([^()]+)\)$/u, ', $1');

/** Lines at the top that may name the place beside other terms of the job. */
const headLines = 7;
const placeWords = /(?<![\p{L}])(?:[Ii]n|[Aa]t|[Ff]rom|[Nn]ear|[–—(-])\s*(\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,2}(?:, \p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,2}){0,2})/gu;
const capitalised = /\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2}/gu;

/** A place as the first of the pieces of a line says it, with the state and the country behind it. */
function placeOfPieces(pieces: readonly string[]): string | null {
  const at = pieces.findIndex((piece) => isPlace(piece.replace(/\(/, ' (')));
  const pair = pieces.findIndex((piece, index) => index > 0 && isPlace(`${pieces[index - 1] as string}, ${piece}`) && organisationScore(pieces[index - 1] as string) === 0);
  const from = pair >= 0 && (at < 0 || pair - 1 <= at) ? pair - 1 : at;
  if (from < 0) return null;
  let to = from === at && pair - 1 !== from ? from : from + 1;
  while (to + 1 < pieces.length && isRegion(pieces[to + 1] as string)) to += 1;
  return withoutBrackets(pieces.slice(from, to + 1).join(', '));
}

/** The first of the words that a pattern finds which are a place that the short list knows. */
function knownPlaceIn(text: string, pattern: RegExp): string | null {
  for (const match of text.matchAll(pattern)) {
    const words = match[1] ?? match[0];
    const parts = words.split(', ');
    for (let from = 0; from < parts.length; from += 1) {
      const place = parts.slice(from).join(', ').replace(/[.]$/, '');
      if (isPlace(place)) return place;
    }
  }
  return null;
}

function readPlace(lines: readonly string[], text: string): string | null {
  const written = placeLabel.exec(text)?.[1];
  // "Kochi Infopark. Rotational shifts."
  if (written !== undefined) return written.replace(/(?<=\p{Ll}{3})\.\s+\p{Lu}.*$/u, '');
  const ofHead = placeOfPieces(headPieces(lines)) ?? lines.slice(0, headLines).filter(readableHead).map((line) => placeOfPieces(piecesOf(line))).find((place) => place !== null);
  if (ofHead !== undefined && ofHead !== null) return ofHead;
  const based = /(?:based (?:in|at|out of)|located in|office in)\s+(\p{Lu}[\p{L}'’-]*(?:[\s,]+\p{Lu}[\p{L}'’-]*){0,3})/u.exec(text)?.[1];
  if (based !== undefined) return based;
  if (/\b(?:fully remote|100% remote|remote (?:position|role|job|work)|work from home)\b/i.test(text)) return 'Remote';
  const opening = lines.slice(0, 3).join('\n');
  return knownPlaceIn(opening, placeWords) ?? knownPlaceIn(opening, capitalised);
}

const number = String.raw`(\d{1,2}(?:\.\d)?)`;
const years = new RegExp(String.raw`(?<![\p{L}\d.])${number}\s{0,3}\+?(?:\s{0,3}(?:-|–|to|से)\s{0,3}\d{1,2}(?:\.\d)?)?\s{0,3}\+?\s{0,3}(?:plus\s)?(?:years?|yrs?|वर्ष(?:ों)?|साल)(?![\p{L}\p{M}])`, 'giu');
const writtenNumbers: Readonly<Record<string, string>> = { one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9', ten: '10' };
const aboutSomethingElse = /(?:for (?:over|more than|the (?:last|past))|since|history|founded|legacy|anniversary|in business|tenure|initially for|extend(?:able|ed|ible)|period of|fellowship|years? (?:old|ago)|bond|of age|contract of|years?['’]?s?[\s-]{1,2}(?:[\p{L}'’-]+\s){0,3}?(?:degree|programme|diploma|course)|(?:degree|programme|diploma|course) (?:of|lasting|over) (?:\d|\p{L}+ years))/iu;
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
  const lines = adLines(text);
  const plain = lines.join('\n');
  return { title: readTitle(lines, plain), organisation: readOrganisation(lines, plain), place: readPlace(lines, plain) };
}

/** The most years any of the sentences asks for: what is wanted of the job as a whole beside what each tool wants. */
export function readMinimumYears(asking: readonly string[]): number | null {
  const bounds = asking.map(yearsOfSentence).filter((bound) => bound !== null);
  if (bounds.length > 0) return Math.max(...bounds);
  return asking.some((sentence) => freshers.test(sentence)) ? 0 : null;
}
