import { countColumnChanges, type PageLook } from '@cairn/engine/read-back';
import type { ResumeDocument, ResumeLine } from '@cairn/engine/resume';

/** How the pages of a printed resume look, for the read-back; none where the file has no pages. */
export function pageLooks(document: ResumeDocument, lines: readonly ResumeLine[]): PageLook[] {
  if (document.kind !== 'positioned') return [];
  return document.pages.map(({ width, height, items, pictures }, index) => {
    const columnChanges = countColumnChanges(items, lines.filter(({ page }) => page === index + 1));
    return { width, height, ...(pictures ? { pictures } : {}), ...(columnChanges > 0 ? { columnChanges } : {}) };
  });
}
