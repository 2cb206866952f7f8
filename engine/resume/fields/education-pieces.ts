/** The pieces of an education entry → degree, field of study, institution. */
import type { Piece } from '../entries/pieces.ts';
import { boardIn, degreeAtStart } from '../vocabulary/degrees.ts';
import { schoolScore } from '../vocabulary/organisations.ts';
import { isKnownPlace } from '../vocabulary/places.ts';
import type { ResumeLine } from '../types.ts';
import { isSpokenLanguage } from '../vocabulary/spoken-languages.ts';
import { trimSigns } from '../entries/pieces.ts';

export interface Studied {
  readonly degree?: Found;
  readonly field?: Found;
  readonly institution?: Found;
}

export interface Found {
  readonly text: string;
  readonly line: ResumeLine;
  readonly worded: boolean;
}

const fieldOpening = /^\s*(?:(?:in|of|en|em|di|du|des)\s+|[-–—:,(]\s*)/iu;
const studyLabel = /^(?:major(?:ing)?|field|branch|stream|speciali[sz]ation|specializing|discipline|minor|concentration|विषय|शाखा)(?:\s+(?:in|of))?\s*[:：-]?\s*/iu;

/** What a degree piece says after the degree: "PhD in Computer Science", "B.Tech (CSE)", "BE – Mechanical". */
export function degreeAndField(text: string): { degree: string; field?: string; rest?: string } | undefined {
  const found = degreeAtStart(text);
  if (!found) return undefined;
  let rest = found.rest;
  const from = /^(.*?)\s+(?:from|at)\s+(?=\p{Lu})(.+)$/u.exec(rest);
  const remainder = from ? (from[2] as string) : undefined;
  if (from) rest = from[1] as string;
  const opening = /^\s*\(([^()]+)\)\s*(.*)$/u.exec(rest);
  // "Higher Secondary (WBCHSE)" names who examined.
  const examined = opening !== null && boardIn(opening[1] as string) !== undefined;
  if (examined) rest = opening[2] as string;
  const brackets = examined ? null : opening;
  const field = brackets && trimSigns(brackets[2] as string) === '' ? (brackets[1] as string) : rest.replace(fieldOpening, '');
  const named = trimSigns(field.replace(studyLabel, ''));
  const clean = withoutSecondName(named);
  return { degree: found.degree, ...(clean === '' ? {} : { field: clean }), ...(remainder ? { rest: trimSigns(remainder) } : {}) };
}

/** "Master of Business Administration - MBA, Marketing": the degree's short name is not the field. */
function withoutSecondName(field: string): string {
  const [first = '', ...more] = field.split(/,\s*/);
  const short = /^[\p{L}.]{2,8}$/u.test(first) && degreeAtStart(first)?.rest === '';
  return short ? more.join(', ') : field;
}

export function studiedFrom(pieces: readonly Piece[], isTown: (name: string) => boolean = isKnownPlace): Studied {
  const usable = pieces.filter((piece) => piece.text !== '');
  const degreePiece = usable.find((piece) => degreeAtStart(piece.text) !== undefined && !isSchool(piece)) ?? usable.find((piece) => degreeAtStart(piece.text) !== undefined) ?? usable.find(isCourse);
  const split = degreePiece ? (degreeAndField(degreePiece.text) ?? { degree: degreePiece.text }) : undefined;
  const others = usable.filter((piece) => piece !== degreePiece && !(degreePiece !== undefined && piece.row === degreePiece.row && /^[\p{L}.]{2,8}$/u.test(piece.text) && degreeAtStart(piece.text)?.rest === '' && !isSchool(piece)));
  const school = others.find((piece) => isSchool(piece)) ?? others.find((piece) => isShortNameWithTown(piece, isTown)) ?? (split?.rest && degreePiece ? { ...degreePiece, text: split.rest } : undefined);
  const board = others.find((piece) => piece !== school && boardIn(piece.text) !== undefined);
  const institution = school ?? board ?? likeliestSchool(others, degreePiece);
  const left = others.filter((piece) => piece !== institution && piece !== board);
  // Behind a school year stands no subject: a language is the one it was taught in, what follows the school is where it is.
  const ofSchool = degreePiece !== undefined && isSchoolYear(degreePiece.text);
  const sameSchool = institution ? left.filter((piece) => piece.group === institution.group && (isCampus(piece, institution, left, split?.field !== undefined) || (ofSchool && isSchool(institution) && usable.indexOf(piece) === usable.indexOf(institution) + 1 && !isSpokenLanguage(piece.text)))) : [];
  const field = split?.field ? undefined : left.find((piece) => !sameSchool.includes(piece) && isFieldLike(piece) && !(ofSchool && isSpokenLanguage(piece.text)));
  const wholeField = field ? [field, ...left.filter((piece) => piece.group === field.group && left.indexOf(piece) > left.indexOf(field) && !sameSchool.includes(piece) && isFieldLike(piece))] : [];
  return {
    ...(degreePiece && split ? { degree: { text: split.degree, line: degreePiece.line, worded: true } } : {}),
    ...(split?.field && degreePiece ? { field: { text: withFollowing(split.field, degreePiece, left), line: degreePiece.line, worded: true } } : field ? { field: { text: wholeField.map((piece) => piece.text.replace(studyLabel, '')).join(', '), line: field.line, worded: false } } : {}),
    ...(institution ? { institution: { text: [institution.text, ...sameSchool.map((piece) => piece.text)].join(', '), line: institution.line, worded: schoolScore(institution.text) > 0 } } : {}),
  };
}

function isSchoolYear(text: string): boolean {
  return /^(?:(?:class|std\.?|standard|grade)\b|x(?:ii)?(?:th)?\b|1[02](?:\s?th|\s?\+|\b)|s\.?s\.?(?:l\.?)?c\b|h\.?s\.?c\b|(?:senior |higher )?secondary|intermediate|matric|puc\b|plus two|high ?school)/iu.test(text.trim());
}

function isSchool(piece: Piece): boolean {
  return schoolScore(piece.text) > 0 && !/^(?:senior|higher|upper)?\s*secondary\b|^high\s?school(?:\s+(?:diploma|certificate))?$|^पाठ/iu.test(piece.text);
}

/** "Welding Technology Certificate", "Full-Stack Bootcamp": no degree, and what was studied all the same. */
function isCourse(piece: Piece): boolean {
  return /(?:certificate|diploma|certification|apprenticeship|bootcamp|boot camp|nanodegree|training course|short course)$/iu.test(piece.text) && !isSchool(piece);
}

/** "IMT Ghaziabad", "MDU Rohtak": the short name of a school with its town. */
function isShortNameWithTown({ text }: Piece, isTown: (name: string) => boolean): boolean {
  const [, town] = /^\p{Lu}{2,6}[,\s]+(\p{Lu}[\p{L} ]{2,30})$/u.exec(text) ?? [];
  return town !== undefined && (isKnownPlace(town) || isTown(town));
}

/** Without a word that names a school: the bold piece, else the first that stands apart from the degree. */
function likeliestSchool(pieces: readonly Piece[], degree: Piece | undefined): Piece | undefined {
  if (degree === undefined) return pieces.find((piece) => piece.bold) ?? pieces[0];
  const apart = pieces.filter((piece) => piece.group !== degree.group);
  const beside = pieces.filter((piece) => piece.group === degree.group && piece.row === degree.row);
  // "B.A., Communications, UC Santa Barbara": what was studied, then where.
  return apart.find((piece) => piece.bold && !degree.bold) ?? apart[0] ?? beside.find((piece) => piece.bold && !degree.bold) ?? (beside.length > 1 || isCourse(degree) ? beside.at(-1) : undefined);
}

/** "University of California, Berkeley": a piece after the school in its group that is no field of study. */
function isCampus(piece: Piece, school: Piece, left: readonly Piece[], hasField: boolean): boolean {
  if (/\b(?:department|dept|faculty|school|college|institute|campus|university)\b/iu.test(piece.text)) return true;
  if (piece.row !== school.row || piece.bold !== school.bold) return false;
  const words = piece.text.split(' ').length;
  return words <= 2 && hasField && left.length <= 2;
}

function isFieldLike(piece: Piece): boolean {
  return /\p{L}[\p{L}\p{M}]/u.test(piece.text) && piece.text.split(' ').length <= 9 && !/\d{3}/.test(piece.text);
}

/** "B.E. in Electronics, Instrumentation and Control": comma pieces right after the field belong to it. */
function withFollowing(field: string, degree: Piece, left: readonly Piece[]): string {
  const next = left.filter((piece) => piece.group === degree.group && piece.row === degree.row && /^(?:and|&)\s/iu.test(piece.text));
  return [field, ...next.map((piece) => piece.text)].join(', ');
}
