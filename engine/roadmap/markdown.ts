import { toPrintModel, type NamedResource, type NamedResources, type PrintBlock, type PrintedTask } from './print-model.ts';
import type { WordMessage } from './english.ts';
import type { Plan, Progress } from './types.ts';

/**
 * The roadmap as CommonMark with GitHub's task lists: a done task is ticked, a skipped one struck out. Every name and
 * text is escaped, so that none can turn into markup; addresses stand in angle brackets. Ends with one line break.
 */
export function toMarkdown(plan: Plan, progress: Progress, words: WordMessage, resources: NamedResources): string {
  return `${toPrintModel(plan, progress, words, resources).blocks.map(block).join('\n\n')}\n`;
}

function block(printed: PrintBlock): string {
  switch (printed.kind) {
    case 'title': return `# ${escaped(printed.text)}`;
    case 'heading': return `${'#'.repeat(printed.level)} ${escaped(printed.text)}`;
    case 'paragraph': return escaped(printed.text);
    case 'list': return [`**${escaped(printed.title)}**`, '', ...printed.items.map((item) => `- ${escaped(item)}`)].join('\n');
    case 'links': return [`## ${escaped(printed.title)}`, '', ...printed.items.map((item) => `- ${link(item)}`)].join('\n');
    case 'tasks': return printed.items.map(task).join('\n');
  }
}

function task(printed: PrintedTask): string {
  const text = escaped(printed.text);
  const line = printed.state === 'skipped' ? `~~${text}~~ (${escaped(printed.note)})` : `${text} (${escaped(printed.hours)})`;
  const resources = printed.resources.length === 0 ? '' : ` · ${printed.resources.map(link).join(' · ')}`;
  return `- [${printed.state === 'open' ? ' ' : 'x'}] ${line}${resources}`;
}

function link({ title, url }: NamedResource): string {
  return `[${escaped(title)}](<${url.replace(/[<>\\\s]/g, (character) => encodeURIComponent(character))}>)`;
}

/** CommonMark: any ASCII punctuation may be escaped. A line break inside a text would begin a new block. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>~|]/g, '\\$&')
    .replace(/^(\s*)([#+-])/, '$1\\$2')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
