import { parse, YAMLParseError } from 'yaml';

/** Aliases of one anchor that may unfold: more make megabytes of a few lines. */
const mostAliases = 50;

/** What a YAML text says, or where it stops being YAML; `line` is null where that is not one place. */
export function parseEntries(text: string): { readonly entries: unknown } | { readonly line: number | null } {
  try {
    return { entries: parse(text, { maxAliasCount: mostAliases }) as unknown };
  } catch (error) {
    if (error instanceof YAMLParseError) return { line: error.linePos?.[0].line ?? null };
    // Of too many aliases, and of one without its anchor.
    if (error instanceof ReferenceError) return { line: null };
    throw error;
  }
}
