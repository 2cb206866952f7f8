/** Marks: CGPA, GPA, percentages, classes. */
import type { Grade } from '../types.ts';

/** A grade stands near the start of its line. */
const longestText = 400;
const number = '(\\d{1,4}(?:\\.\\d{1,3})?)';
const outOf = '(?:\\s*(?:\\/|out of|of)\\s*(\\d{1,4}(?:\\.\\d{1,2})?))?';
const cgpa = new RegExp(`(?<![\\p{L}\\p{M}])(C\\.?G\\.?P\\.?A\\.?|S\\.?G\\.?P\\.?A\\.?|CPI|SPI|GPA|G\\.P\\.A\\.?|grade point average|सीजीपीए)(?:\\s*\\([^)]{0,20}\\))?\\s*(?:[:：=–-]|of|is)?\\s*${number}${outOf}`, 'iu');
const cgpaAfter = new RegExp(`${number}${outOf}\\s*\\(?(C\\.?G\\.?P\\.?A\\.?|S\\.?G\\.?P\\.?A\\.?|CPI|SPI|GPA|सीजीपीए)(?![\\p{L}\\p{M}])`, 'iu');
const percentage = new RegExp(`(?:(?<![\\p{L}\\p{M}])(?:percentage|aggregate|marks|score|scored|secured|प्रतिशत|अंक)\\s*(?:of\\s*)?[:：=–-]?\\s*)?${number}(?:[–-](\\d{2}(?:\\.\\d{1,2})?))?\\s*(?:%|percent\\b|प्रतिशत)`, 'iu');
const labelledPercentage = new RegExp(`(?<![\\p{L}\\p{M}])(?:percentage|aggregate|प्रतिशत)\\s*[:：=–-]?\\s*${number}`, 'iu');
const marks = new RegExp(`(?<![\\p{L}\\p{M}])(?:marks|score|अंक)\\s*(?:obtained)?\\s*[:：=–-]?\\s*${number}\\s*(?:\\/|out of)\\s*(\\d{2,4})`, 'iu');
const labelledFraction = new RegExp(`\\b(?:grade|score|result|marks|aggregate|points?)\\s*[:：=–-]?\\s*${number}\\s*(?:\\/|out of)\\s*(10(?:\\.0+)?|4(?:\\.0+)?|5(?:\\.0+)?|7|8)(?!\\d)`, 'iu');
const fraction = new RegExp(`^\\(?${number}\\s*\\/\\s*(10(?:\\.0+)?|4(?:\\.0+)?|5(?:\\.0+)?|100|7|8)\\)?$`, 'u');
const className =
  /(?:\b(?:first|second|third|upper second|lower second|pass|1st|2nd)[- ]?(?:class|division)(?:\s+(?:with\s+)?(?:honou?rs|distinction))?(?:\s*\(?(?:upper|lower)(?: division)?\)?(?!\p{L}))?|\b(?:with\s+)?(?:distinction|merit)\b|(?<![\d:])(?:2:1|2:2)(?![\d:])|\b(?:summa|magna)?\s*cum laude|प्रथम श्रेणी|द्वितीय श्रेणी|प्रथम स्थान|\bgrade\s*[:：-]\s*[A-FOS][+-]?(?![\p{L}]))/iu;

/** The mean mark of German schools, 1.0 (best) to 4.0. */
const meanMark = /(?<![\p{L}\p{M}])(?:(?:final |average |overall )?grade|note|gesamtnote)\s*[:：=–-]?\s*([1-4][.,]\d{1,2})(?![\d/%])/iu;

/** The first grade a text states; undefined when it states none. */
export function gradeIn(whole: string): Grade | undefined {
  const text = whole.slice(0, longestText);
  return pointAverage(text) ?? percent(text) ?? totalMarks(text) ?? meanOf(text) ?? named(text);
}

/** The whole of a course's marks. */
const mostMarks = 1500;

/** "12/2019" is December, in a column of marks too. */
function isMonthOfYear(text: string): boolean {
  return /^\s*(?:0?[1-9]|1[0-2])\s*\/\s*(?:19|20)\d\d\s*$/.test(text);
}

/** A table cell under "CGPA / %": "8.9", "92.4 %", "9.1/10". */
export function gradeOfCell(text: string): Grade | undefined {
  const known = gradeIn(text);
  if (known) return known;
  const whole = fraction.exec(text.trim());
  if (whole) return pointGrade(text.trim(), Number(whole[1]), Number(whole[2]));
  const any = /^(\d{1,4}(?:\.\d{1,3})?)\s*\/\s*(\d{1,4}(?:\.\d{1,3})?)$/.exec(text.trim());
  if (any && Number(any[1]) <= Number(any[2]) && Number(any[2]) <= mostMarks && !isMonthOfYear(text)) return Number(any[2]) <= 10 ? pointGrade(text.trim(), Number(any[1]), Number(any[2])) : { text: text.trim(), scale: 'marks', score: Number(any[1]), outOf: Number(any[2]) };
  const bare = /^\d{1,3}(?:\.\d{1,3})?$/.exec(text.trim());
  if (bare) {
    const score = Number(bare[0]);
    if (score <= 10) return { text: bare[0], scale: 'cgpa', score };
    if (score <= 100) return { text: bare[0], scale: 'percentage', score };
  }
  return /^(?:[A-FOS][+-]?\d?)$/.test(text.trim()) ? { text: text.trim(), scale: 'class' } : undefined;
}

function pointAverage(text: string): Grade | undefined {
  const before = cgpa.exec(text);
  // "7.9 CGPA 2020": the year behind it is none.
  if (before && Number(before[2]) <= 100) return scaled(before[2] as string, before[3], before[1] as string);
  const after = cgpaAfter.exec(text);
  if (after) return scaled(after[1] as string, after[2], after[3] as string);
  const labelled = labelledFraction.exec(text);
  if (labelled) return pointGrade(`${labelled[1] as string}/${labelled[2] as string}`, Number(labelled[1]), Number(labelled[2]));
  const whole = fraction.exec(text.trim());
  return whole ? pointGrade(text.trim().replace(/^\(|\)$/g, ''), Number(whole[1]), Number(whole[2])) : undefined;
}

function scaled(score: string, limit: string | undefined, label: string): Grade {
  const value = Number(score);
  const max = limit === undefined ? undefined : Number(limit);
  const written = limit === undefined ? score : `${score}/${limit}`;
  const isGpa = /^g/iu.test(label) && (max === undefined ? value <= 4.3 : max <= 5);
  return { text: written, scale: isGpa ? 'gpa' : 'cgpa', score: value, ...(max === undefined ? {} : { outOf: max }) };
}

function pointGrade(text: string, score: number, limit: number): Grade {
  const scale = limit === 100 ? 'marks' : limit <= 5 ? 'gpa' : 'cgpa';
  return { text: text.replaceAll(' ', ''), scale, score, outOf: limit };
}

function percent(text: string): Grade | undefined {
  const found = percentage.exec(text) ?? labelledPercentage.exec(text);
  if (!found) return undefined;
  const isRange = found[2] !== undefined && Number(found[1]) <= 100;
  const score = Number(isRange ? found[1] : (found[2] ?? found[1]));
  // "85-89.9%": job portals ask for a range; the score is its lower end.
  return score <= 100 ? { text: `${isRange ? `${found[1] as string}-` : ''}${found[2] ?? (found[1] as string)}%`, scale: 'percentage', score } : undefined;
}

function totalMarks(text: string): Grade | undefined {
  const found = marks.exec(text);
  return found ? { text: `${found[1] as string}/${found[2] as string}`, scale: 'marks', score: Number(found[1]), outOf: Number(found[2]) } : undefined;
}

function meanOf(text: string): Grade | undefined {
  const mark = meanMark.exec(text)?.[1]?.replace(',', '.');
  return mark === undefined ? undefined : { text: mark, scale: 'class', score: Number(mark) };
}

function named(text: string): Grade | undefined {
  const found = className.exec(text);
  return found ? { text: found[0].trim(), scale: 'class' } : undefined;
}

/** The text without its grade and the label in front of it; a dot keeps what stood on either side apart. */
export function withoutGrade(text: string): string {
  let rest = text;
  for (const pattern of [cgpa, cgpaAfter, labelledFraction, marks, percentage, labelledPercentage, meanMark]) rest = rest.replace(pattern, ' · ');
  return rest.replace(className, ' · ').replace(/\b(?:with|secured|scored|aggregate|percentage|marks|score|grade)\s*[:：-]?\s*(?=$|[,;)·])/giu, ' ');
}
