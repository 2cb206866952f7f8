/** What a reader sees of a page, in one pass and without a tree: time and memory grow with the page, however it nests. */
import { Parser } from 'htmlparser2';

export interface PageText {
  /** A line for each block; list items keep a dash. Of a page with a <main>, that part. */
  readonly text: string;
  /** The contents of its `application/ld+json` scripts. */
  readonly linkedData: readonly string[];
}

const unread: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'nav', 'footer', 'form', 'button', 'select', 'aside', 'head', 'title']);
const blocks: ReadonlySet<string> = new Set(['p', 'div', 'li', 'ul', 'ol', 'br', 'tr', 'table', 'section', 'article', 'main', 'header', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'dd', 'blockquote', 'pre']);

export function readPageText(html: string): PageText {
  const linkedData: string[] = [];
  const whole: string[] = [''];
  const main: string[] = [''];
  let unreadDepth = 0;
  let mainDepth = 0;
  let data: string[] | null = null;

  const onEach = (change: (lines: string[]) => void): void => {
    change(whole);
    if (mainDepth > 0) change(main);
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'script' && attributes['type']?.trim().toLowerCase() === 'application/ld+json') data = [];
        if (unread.has(name)) unreadDepth += 1;
        if (name === 'main') mainDepth += 1;
        if (blocks.has(name)) onEach((lines) => lines.push(name === 'li' ? '- ' : ''));
      },
      ontext(text) {
        if (data) data.push(text);
        else if (unreadDepth === 0) onEach((lines) => { lines[lines.length - 1] += text; });
      },
      onclosetag(name) {
        if (name === 'script' && data) {
          linkedData.push(data.join(''));
          data = null;
        }
        if (blocks.has(name)) onEach((lines) => lines.push(''));
        if (unread.has(name)) unreadDepth -= 1;
        if (name === 'main') mainDepth -= 1;
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  const inMain = joined(main);
  return { text: inMain === '' ? joined(whole) : inMain, linkedData };
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => line.replaceAll(/\s+/g, ' ').trim()).filter((line) => line !== '' && line !== '-').join('\n');
}
