/** A peer of the matcher: the forms as one regular expression, compressed to a trie. */

class Letters {
  readonly next = new Map<string, Letters>();
  isEnd = false;
}

const escaped = (letter: string): string => letter.replace(/[\\^$.*+?()[\]{}|/]/, String.raw`\$&`);

function write(letters: Letters): string {
  const parts = Array.from(letters.next, ([letter, after]) => escaped(letter) + write(after));
  const all = parts.length === 1 && !letters.isEnd ? (parts[0] as string) : parts.length === 0 ? '' : `(?:${parts.join('|')})`;
  return letters.isEnd && parts.length > 0 ? `${all}?` : all;
}

/** Finds the longest form at each place, from word start to word end, in text that is folded to small letters. */
export function trieExpression(forms: readonly string[]): RegExp {
  const root = new Letters();
  for (const form of forms) {
    let at = root;
    for (const letter of form) {
      let after = at.next.get(letter);
      if (after === undefined) at.next.set(letter, (after = new Letters()));
      at = after;
    }
    at.isEnd = true;
  }
  return new RegExp(String.raw`(?<![a-z0-9])${write(root)}(?![a-z0-9])`, 'g');
}
