/** Statements as values: text with numbered places, the values for them, and a name under which PostgreSQL keeps the plan. */
import { createHash } from 'node:crypto';

export interface Sql {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Present where the text is one of the few that the source can write, so that a connection parses and plans it once. */
  readonly name?: string;
}

class Statement implements Sql {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly name?: string;
  readonly strings: readonly string[];
  readonly parts: readonly unknown[];
  constructor(strings: readonly string[], parts: readonly unknown[], written: Written) {
    this.strings = strings;
    this.parts = parts;
    this.text = written.text;
    this.values = written.values;
    if (written.name !== undefined) this.name = written.name;
  }
}

interface Written { text: string; values: unknown[]; name?: string }

/** A template literal is one array for the life of the process: its text and name are made once. */
const fixed = new WeakMap<readonly string[], { text: string; name: string }>();
/** Of templates put into templates there are as many texts as the source has choices. */
const nameOfComposed = new Map<string, string>();

/**
 * sql`select id from resumes where id = ${id}`: every `${value}` travels beside the text, never in it.
 * A `${}` that is itself a statement is put in place with its own values.
 */
export function sql(strings: TemplateStringsArray, ...parts: unknown[]): Sql {
  const within = parts.filter((part) => part instanceof Statement);
  if (within.length > 0) {
    const written = write(strings, parts);
    // Lists and identifiers come in any number: a connection that kept each of their texts would never forget one.
    if (within.every((part) => part.name !== undefined)) written.name = nameOf(written.text);
    return new Statement(strings, parts, written);
  }
  let known = fixed.get(strings);
  if (known === undefined) {
    const { text } = write(strings, parts);
    known = { text, name: hashed(text) };
    fixed.set(strings, known);
  }
  return new Statement(strings, parts, { text: known.text, values: parts, name: known.name });
}

function nameOf(text: string): string {
  let known = nameOfComposed.get(text);
  if (known === undefined) nameOfComposed.set(text, known = hashed(text));
  return known;
}

function hashed(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

/** Statements side by side with `between` among them; nothing at all when there are none. */
export function joined(statements: readonly Sql[], between: ', ' | ' and ' | ' or ' | ' '): Sql {
  const strings = statements.length === 0 ? [''] : ['', ...statements.slice(1).map(() => between), ''];
  return new Statement(strings, statements, write(strings, statements));
}

/** A table or column that is chosen at run time, quoted. */
export function name(identifier: string): Sql {
  const quoted = `"${identifier.replaceAll('"', '""')}"`;
  return new Statement([quoted], [], { text: quoted, values: [] });
}

function write(strings: readonly string[], parts: readonly unknown[], into: Written = { text: '', values: [] }): Written {
  strings.forEach((string, index) => {
    into.text += string;
    if (index >= parts.length) return;
    const part = parts[index];
    if (part instanceof Statement) {
      write(part.strings, part.parts, into);
      return;
    }
    into.values.push(part);
    into.text += `$${into.values.length}`;
  });
  return into;
}
