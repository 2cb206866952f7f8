/**
 * In Marathi, Bengali, Gujarati, Tamil and Telugu a noun and its "in", "of", "to" or "for" are one word: ગણિત, ગણિતમાં ("in
 * mathematics"). The matcher ends a form where a word ends, so these words are ways of writing the form. Hindi writes its
 * postpositions apart. The commonest endings only; English loan words take them too.
 */
import { fold } from '../text/fold.ts';

/** What a form ends in, and what stands in its place with each case; '' for cases that are only added. */
type Ending = readonly [from: string, to: readonly string[]];

const ending = (from: string, to: string): Ending => [fold(from), to.split(' ').map(fold)];
/** Cases added behind each of the vowels. */
const behind = (vowels: string, to: string): Ending[] => Array.from(vowels, (vowel) => ending(vowel, to.split(' ').map((end) => vowel + end).join(' ')));

/** So many code points each script has: what a code unit is divided by to tell its script. */
const scriptBits = 7;
/** By script. The first whose `from` the form ends in holds, so that the general ones come last. */
const endingsOfScript: ReadonlyMap<number, readonly Ending[]> = new Map([
  [0x0900, [...behind('ािीुूेैोौ', 'त मध्ये चे ची चा च्या साठी ला ने'), ending('', 'ात मध्ये ामध्ये चे ाचे ची ाची चा ाचा च्या ाच्या साठी ासाठी ला ाला ाने')]],
  [0x0980, [...behind('ািীুূেো', 'র তে কে য়'), ending('ং', 'ংয়ে ংয়ের ংএ ংএর'), ending('', 'ে ের কে')]],
  [0x0a80, [ending('', 'માં નો ની નું ના ને થી')]],
  [0x0b80, [
    ending('ம்', 'த்தில் த்தை த்தின் த்திற்கு த்துக்கு மும்'), ending('ங்', 'ங்கில் ங்கை ங்கின் ங்கிற்கு'),
    ending('ட்டு', 'ட்டில் ட்டை ட்டின் ட்டிற்கு'), ending('டு', 'ட்டில் ட்டை ட்டின் ட்டிற்கு'), ending('ு', 'ில் ை ின் ிற்கு'), ending('்', 'ில் ை ின் ுக்கு ிற்கு ும்'),
    ...behind('ாோ', 'வில் வை வின் வுக்கு'), ...behind('ிீை', 'யில் யை யின் க்கு'),
  ]],
  [0x0c00, [ending('ం', 'ంలో ంలోని ంపై ాన్ని ానికి'), ending('', 'లో లోని ను ని కు కి పై')]],
].map(([start, endings]) => [(start as number) >> scriptBits, endings as readonly Ending[]]));

const firstIndic = 0x0900;

/** Visits the endings of a folded form: how many of its last letters each replaces, and with what; none for one that does not end in a letter of these scripts. */
export function visitCaseEndings(form: string, visit: (cut: number, ending: string) => void): void {
  const last = form.charCodeAt(form.length - 1);
  const endings = last >= firstIndic ? endingsOfScript.get(last >> scriptBits) : undefined;
  if (endings === undefined) return;
  for (const [from, to] of endings) {
    if (!form.endsWith(from)) continue;
    for (const end of to) visit(from.length, end);
    return;
  }
}
