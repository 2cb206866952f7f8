/** Running headers, footers and page numbers: read once or not at all. */
import type { Chunk } from './chunks.ts';

/** Share of the page's height at either end where they stand. */
const margin = 0.1;
const pageNumber = /^(?:page|पृष्ठ|seite|p\.)?\s*\d{1,3}\s*(?:(?:\/|of|von|में से|\|)\s*\d{1,3})?$/iu;
const endsWithPageNumber = /(?:[-–—|·•,]\s*|\bpage\s+|पृष्ठ\s+)\d{1,3}\s*(?:(?:\/|of)\s*\d{1,3})?$/iu;
const printedOn = /^(?:last (?:updated|modified)|updated|printed|generated|as of)\b/iu;
const nothingButPages = /^\D{0,40}\b\d{1,3}\s*\/\s*\d{1,3}$/u;

/** The chunks of each page without what repeats from page to page; what the first page alone would say is kept there. */
export function withoutFurniture(pages: readonly { readonly height: number; readonly chunks: readonly Chunk[] }[]): Chunk[][] {
  const seen = new Map<string, number>();
  for (const page of pages) {
    for (const chunk of new Set(page.chunks.filter((chunk) => isAtEdge(chunk, page.height)).map(signature))) {
      seen.set(chunk, (seen.get(chunk) ?? 0) + 1);
    }
  }
  const shown = new Set<string>();
  return pages.map((page) =>
    page.chunks.filter((chunk) => {
      if (!isAtEdge(chunk, page.height)) return true;
      const text = chunk.text.trim();
      if (pageNumber.test(text) || printedOn.test(text)) return false;
      const key = signature(chunk);
      const repeats = (seen.get(key) ?? 0) > 1;
      if (pages.length > 1 && (nothingButPages.test(text) || (repeats && endsWithPageNumber.test(text)))) return false;
      if (!repeats) return true;
      if (shown.has(`${key}@${text}`)) return false;
      shown.add(`${key}@${text}`);
      return true;
    }),
  );
}

function isAtEdge(chunk: Chunk, height: number): boolean {
  return chunk.baseline < margin * height || chunk.top > (1 - margin) * height;
}

/** The same words at the same height; digits are page numbers and may differ. */
function signature(chunk: Chunk): string {
  return `${Math.round(chunk.baseline / 4)} ${chunk.text.replace(/\d+/g, '#')}`;
}
