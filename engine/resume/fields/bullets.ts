import { fieldOf } from '../confidence.ts';
import type { Block } from '../entries/split-entries.ts';
import type { Field } from '../types.ts';

export function bulletFields(body: readonly Block[]): Field[] {
  return body.filter((block) => block.text !== '').map((block) => fieldOf(block.text, block.lines, block.bulleted ? ['section', 'look', 'place'] : ['section', 'place']));
}
