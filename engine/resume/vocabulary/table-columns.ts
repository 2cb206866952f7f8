/** Names of the columns that tables in resumes have, English and Hindi. */
import { foldKey } from '../../text/fold.ts';

export type ColumnKind = 'degree' | 'field' | 'institution' | 'board' | 'year' | 'grade' | 'place' | 'organisation' | 'role' | 'number' | 'until';

/** Longer names first: "University/Board" is a board column, "Name of Institute" an institution's. */
const columnWords: readonly (readonly [ColumnKind, RegExp])[] = [
  ['number', /^(?:s\.? ?no\.?|sr\.? ?no\.?|sl\.? ?no\.?|no\.?|#|क्र\.?(?: ?सं\.?)?)$/u],
  ['until', /^(?:to|till|until|upto|end(?: date)?|date of leaving|relieving date|तक)$/u],
  ['grade', /(?:cgpa|gpa|sgpa|percent|%|marks|grade|score|result|aggregate|division|class obtained|cpi|प्रतिशत|अंक|श्रेणी)/u],
  ['year', /(?:year|passing|duration|period|session|batch|dates?|from|वर्ष|अवधि|सत्र)/u],
  ['board', /(?:board|univ|बोर्ड|विश्वविद्यालय)/u],
  ['institution', /(?:institut|college|school|संस्थान|विद्यालय|महाविद्यालय|कॉलेज)/u],
  ['field', /(?:speciali|branch|stream|discipline|subject|major|विषय|शाखा)/u],
  ['degree', /(?:degree|qualification|course|exam|class|standard|program|education|उपाधि|योग्यता|परीक्षा|कक्षा|डिग्री)/u],
  ['organisation', /(?:company|organi[sz]ation|employer|कंपनी|संस्था)/u],
  ['role', /(?:designation|role|position|post|पद)/u],
  ['place', /(?:location|place|city|स्थान)/u],
];

/** What a column of this name holds. */
export function columnKindOf(text: string): ColumnKind | undefined {
  const words = foldKey(text);
  if (words === '' || words.length > 40 || words.split(' ').length > 6) return undefined;
  return columnWords.find(([, pattern]) => pattern.test(words))?.[0];
}
