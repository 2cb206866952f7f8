/** Degrees, school leaving examinations and boards, as India and the rest of the world write them. */

const abbreviations = [
  'Ph\\.?\\s?D\\.?', 'D\\.?\\s?Phil\\.?', 'D\\.?\\s?Sc\\.?', 'M\\.?\\s?Phil\\.?', 'M\\.?\\s?Tech\\.?', 'B\\.?\\s?Tech\\.?', 'M\\.?\\s?Sc\\.?', 'B\\.?\\s?Sc\\.?', 'M\\.?\\s?Com\\.?', 'B\\.?\\s?Com\\.?',
  'B\\.?\\s?Arch\\.?', 'M\\.?\\s?Arch\\.?', 'B\\.?\\s?Pharma?\\.?', 'M\\.?\\s?Pharma?\\.?', 'D\\.?\\s?Pharma?\\.?', 'B\\.?\\s?Plan\\.?', 'M\\.?\\s?Plan\\.?', 'B\\.?\\s?Des\\.?', 'M\\.?\\s?Des\\.?', 'B\\.?\\s?Voc\\.?',
  'B\\.?\\s?Ed\\.?', 'M\\.?\\s?Ed\\.?', 'D\\.?\\s?El\\.?\\s?Ed\\.?', 'B\\.?\\s?P\\.?\\s?Ed\\.?', 'M\\.?\\s?Eng\\.?', 'B\\.?\\s?Eng\\.?', 'LL\\.?\\s?B\\.?', 'LL\\.?\\s?M\\.?', 'M\\.?B\\.?A\\.?', 'B\\.?B\\.?A\\.?', 'B\\.?M\\.?S\\.?', 'B\\.?B\\.?M\\.?',
  'B\\.?C\\.?A\\.?', 'M\\.?C\\.?A\\.?', 'PGDM', 'PGDCA', 'PGDBA', 'PGDBM', 'PGP', 'M\\.?B\\.?B\\.?S\\.?', 'B\\.?D\\.?S\\.?', 'M\\.?D\\.?S\\.?', 'BAMS', 'BHMS', 'B\\.?P\\.?T\\.?', 'M\\.?P\\.?T\\.?', 'B\\.?F\\.?A\\.?', 'M\\.?F\\.?A\\.?', 'M\\.?S\\.?W\\.?', 'B\\.?S\\.?W\\.?', 'M\\.?P\\.?H\\.?',
  'B\\.?H\\.?M\\.?', 'M\\.?Res\\.?', 'M\\.?P\\.?A\\.?', 'J\\.?D\\.?', 'Ed\\.?D\\.?', 'G\\.?N\\.?M\\.?', 'A\\.?N\\.?M\\.?', 'B\\.E\\.?', 'M\\.E\\.?', 'B\\.S\\.?', 'M\\.S\\.?', 'B\\.A\\.?', 'M\\.A\\.?', 'A\\.A\\.?(?:S\\.?)?', 'BE', 'ME', 'BS', 'MS', 'BA', 'MA', 'AS', 'AAS', 'MD', 'M\\.D\\.', 'MB\\.?\\s?Ch\\.?B\\.?', 'MB\\.?\\s?BCh\\.?', 'BM\\.?\\s?BS', 'CA', 'CMA', 'ICWA',
  'PGCE', 'PGDE', 'P\\.?G\\.?D\\.?', 'HND', 'HNC', 'BTEC', '[NS]VQ', 'WASSCE', 'WAEC', 'NECO', 'SSCE', 'KCSE', 'KCPE', 'CSEC', 'HKDSE', 'GCE(?: [AO][- ][Ll]evels?)?', 'NSC', 'SLC', 'F\\.?Sc\\.?', 'I\\.?Sc\\.?', 'I\\.?Com\\.?', 'National 5s?', 'Advanced Highers?', 'Highers', 'JAIIB', 'CAIIB', 'CFA', 'ACCA', 'FRM', 'DNB', 'BSN', 'MSN', 'ADN', 'DNP', 'DPT', 'D\\.?\\s?Ed\\.?', 'Pharm\\.?\\s?D\\.?', 'B\\.L\\.S\\.?(?=\\s*LL)', 'B\\.B\\.A\\.?(?=\\s*LL)', 'SSLC', 'S\\.?S\\.?C\\.?', 'H\\.?S\\.?C\\.?', 'PUC', 'P\\.?U\\.?C\\.?', 'I?GCSEs?', 'A[- ][Ll]evels?', 'O[- ][Ll]evels?', 'D\\.?M\\.?L\\.?T\\.?', 'B\\.?M\\.?L\\.?T\\.?', 'Plus Two', 'IB Diploma', 'GED', 'I\\.?T\\.?I\\.?', 'AISSE', 'AISSCE', 'ICSE', 'ISC',
  'बी\\.?\\s?टेक\\.?', 'एम\\.?\\s?टेक\\.?', 'बी\\.?\\s?ए\\.?', 'एम\\.?\\s?ए\\.?', 'बी\\.?\\s?एस\\.?सी\\.?', 'एम\\.?\\s?एस\\.?सी\\.?', 'बी\\.?\\s?कॉम\\.?', 'एम\\.?\\s?कॉम\\.?', 'बी\\.?\\s?एड\\.?', 'बी\\.?सी\\.?ए\\.?', 'एम\\.?सी\\.?ए\\.?', 'एम\\.?बी\\.?ए\\.?', 'बीबीए', 'पी\\.?\\s?एच\\.?\\s?डी\\.?', 'पीएचडी', 'बी\\.?\\s?ई\\.?',
];
const level = "(?:Bachelor|Master|Doctor|Associate|Doctorate|Licentiate|Magister|Maestr[ií]a|Licenciatura|Grado|Licence|Laurea|Diplom)(?:['’]?s)?";
/** What degrees are of; anything else after "Bachelor of" is taken up to four capitalised words. */
const faculties =
  'Technology|Science|Engineering|Arts|Commerce|Business Administration|Business Management|Business Studies|Management Studies|Computer Applications?|Computer Science|Architecture|Pharmacy|Education|Physical Education|Laws?|Medicine and Bachelor of Surgery|Medicine|Surgery|Design|Fine Arts|Philosophy|Social Work|Public Health|Public Administration|Public Policy|Music|Nursing|Dental Surgery|Physiotherapy|Vocation|Applied Sciences?|Library Science|Hotel Management|Mass Communication|Journalism|Veterinary Science|Statistics|Divinity|Theology|Planning|Research|Letters|Finance|Economics';
const capitalised = '(?!in\\b|with\\b|from\\b|at\\b|of\\b|specializ|majoring\\b)\\p{L}{2,}';
const longNames = [
  `(?:(?:Integrated|Dual|Joint|Executive|Honou?rs|Post[- ]?Graduate|Under[- ]?Graduate)\\s+)?${level}(?:\\s+Degree)?(?:\\s+of\\s+(?:(?:${faculties})(?![\\p{L}])|${capitalised}(?:\\s+(?:(?:and|&|of)\\s+)?${capitalised}){0,3}))?(?:\\s+Degree)?`,
  '(?:Post[- ]?Graduate|PG|Advanced|Higher|National|Polytechnic|Graduate|Three[- ]Year)?\\s*Diploma', 'Dual Degree', 'Integrated (?:M\\.?Tech|M\\.?Sc|MBA)\\.?',
  '(?:Senior|Higher|Upper)\\s+Secondary(?:\\s+(?:School|Education|Certificate|Examination))*(?:\\s*\\((?:Class\\s+)?(?:XII|X|12|10|12th|10th|HSC|SSC|XIIth|Xth|10\\+2)\\))?', 'Secondary(?:\\s+(?:School|Education))?(?:\\s+(?:Certificate|Leaving Certificate|Examination))*(?:\\s*\\((?:Class\\s+)?(?:X|10|10th|SSC|Xth)\\))?',
  'High\\s?school(?:\\s+(?:Diploma|Certificate))?', 'Intermediate(?:\\s*\\((?:10\\+2|12th|XII|MPC|BiPC|MEC)\\))?', 'Matriculation', 'Matric', '(?:National )?Senior Certificate', 'Leaving Certificate', 'Pre[- ]University(?:\\s+(?:Course|College))?', 'Tecnicatura', 'T[ée]cnico Superior', 'Tecnólogo', 'Ingenier[íi]a', 'Profesorado', 'Bacharelado', 'Mestrado', 'Doutorado', 'Doctorado', 'Máster', 'Bachillerato', 'Staatsexamen', 'Matura', 'Abitur', 'Baccalauréat', 'Post[- ]?doctoral(?:\\s+Fellowship)?', 'Postdoc',
  '(?:Class|Std\\.?|Standard|Grade)\\s*[-–]?\\s*(?:XII|X|12|10|IX|XI)(?:th)?\\b', '(?:XII|X|12|10)\\s?(?:th)?\\s*(?:\\(?(?:Class|Std\\.?|Standard|Grade|Board)\\)?)', '(?:12|10)\\s?th', '10\\s?\\+\\s?2', 'XIIth', 'Xth', 'XII', 'Certificate(?:\\s+Course)?',
  'स्नातकोत्तर', 'स्नातक', 'परास्नातक', 'डिप्लोमा', 'हाई\\s?स्कूल', 'इंटरमीडिएट', 'मैट्रिक', 'मैट्रिकुलेशन', 'उच्चतर माध्यमिक', 'उच्च माध्यमिक', 'माध्यमिक', 'दसवीं', 'बारहवीं', '(?:कक्षा\\s*)?(?:10|12|१०|१२)\\s?वीं', 'कक्षा\\s*(?:10|12|१०|१२)', 'आईटीआई',
];
const boundary = '(?![\\p{L}\\p{M}\\d])';
const honours = '(?:\\s+(?:Level|level)\\s+\\d(?!\\d))?(?:\\s*\\((?:Hons?\\.?|Honou?rs|H|Pass|Gen\\.?|General|Lateral Entry|Part[- ]?time|Full[- ]?time)\\)|\\s+(?:Hons?\\.?|Honou?rs)(?![\\p{L}]))?';
const longPattern = new RegExp(`^(?:${longNames.join('|')})${boundary}${honours}`, 'iu');
/** Two capital letters alone are a degree; in small letters ("be", "me", "as") they are words. */
const shortPattern = new RegExp(`^(?:${abbreviations.join('|')})${boundary}${honours}`, 'u');
/** "B.A. LL.B." is one degree of five years. */
const beforeLaw = /^\s+(?=LL\.?\s?B)/u;
const joined = /^\s*(?:\+|&|\/|and|-)\s*/u;

export interface DegreeFound {
  readonly degree: string;
  /** What follows the degree in the same piece. */
  readonly rest: string;
}

/** The degree that a text begins with. */
export function degreeAtStart(text: string): DegreeFound | undefined {
  const found = longPattern.exec(text) ?? shortPattern.exec(text) ?? caseless(text);
  if (!found || found[0].trim() === '') return undefined;
  let degree = found[0];
  let rest = text.slice(degree.length);
  const sign = (joined.exec(rest) ?? beforeLaw.exec(rest))?.[0];
  const second = sign ? (shortPattern.exec(rest.slice(sign.length)) ?? undefined) : undefined;
  if (sign && second) {
    degree += sign + second[0];
    rest = rest.slice(sign.length + second[0].length);
  }
  return { degree: degree.trim().replace(/\s*\($/, ''), rest };
}

function caseless(text: string): RegExpExecArray | null {
  const opening = /^[\p{L}.]+/u.exec(text)?.[0] ?? '';
  const letters = opening.replaceAll('.', '');
  if (letters.length < 3) return null;
  const found = new RegExp(shortPattern.source, 'iu').exec(text);
  return found;
}

const board =
  /\b(?:CBSE|C\.B\.S\.E\.?|ICSE|CISCE|NIOS|SSC Board|HSC Board|BSEB|UPMSP|RBSE|MPBSE|PSEB|HBSE|GSEB|GSHSEB|WBBSE|WBCHSE|AHSEC|SEBA|BIEAP|BSEAP|TSBIE|KSEEB|JKBOSE|HPBOSE|MBOSE|NBSE|MBSE|TBSE|COHSEM|BSEM|CHSE|DHSE|GBSHSE|UBSE|MSBSHSE|JAC|CGBSE|IB Board)\b|(?:\b(?:State|Central|Maharashtra|Bihar|U\.?P\.?|M\.?P\.?|Gujarat|Punjab|Haryana|Rajasthan|Kerala|Karnataka|Tamil ?Nadu|Telangana|Andhra(?: Pradesh)?|Assam|Odisha|West Bengal|Jharkhand|Chhattisgarh|Uttarakhand|Himachal|Goa|Matriculation|Secondary|Intermediate)\b[\p{L} .]{0,40}\bBoard\b(?: of [\p{L} ]+)?)|\bBoard of [\p{L}, ]{4,60}|(?:[\p{L}\p{M}]+ )?(?:बोर्ड|सीबीएसई|आईसीएसई)/iu;

/** Names are shorter; what is longer is no name, and the pattern would take long over it. */
const longestName = 160;

/** The examining board a text names, in place of or beside the school. */
export function boardIn(text: string): string | undefined {
  return board.exec(text.slice(0, longestName))?.[0].trim();
}
