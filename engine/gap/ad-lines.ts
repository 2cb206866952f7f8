/** An ad's lines as its facts are read from: without pictures between the words, a row of two cells as a label with its value. */

/** "| Position | Site supervisor |" */
const rowOfTwo = /^(\s*)\|([^|\n]+)\|([^|\n]+)\|(\s*)$/u;
const pictures = /[\p{Extended_Pictographic}\u{FE0F}\u{200D}\u{1F3FB}-\u{1F3FF}→➔►»]/gu;

/** A row of a table with two cells as "label: value", of the same length; any other line as it is. */
export function rowAsLabel(line: string): string {
  return line.includes('|') ? line.replace(rowOfTwo, '$1 $2:$3 $4') : line;
}

/** The lines that say something, trimmed. */
export function adLines(text: string): string[] {
  return text.split('\n').map((line) => rowAsLabel(line).replace(pictures, ' ').trim()).filter((line) => line !== '' && !/^[|\s:-]+$/.test(line));
}
