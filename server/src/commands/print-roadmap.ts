/** A roadmap for a terminal, by the model that its other exports follow. */
import { toPrintModel, wordInEnglish, type NamedResources, type Plan, type PrintBlock } from '@cairn/engine/roadmap';
import { clean, table, untitled } from './plain-text.ts';

export function printRoadmap(goal: string, plan: Plan, resources: NamedResources): string[] {
  return toPrintModel(plan, [], wordInEnglish, resources).blocks.flatMap((block) => (block.kind === 'title' ? [`${block.text}: ${clean(goal)}`] : printed(block)));
}

function printed(block: Exclude<PrintBlock, { kind: 'title' }>): string[] {
  switch (block.kind) {
    case 'heading': return ['', block.level === 2 ? block.text.toUpperCase() : block.text];
    case 'paragraph': return [block.text];
    case 'list': return [`  ${block.title}:`, ...block.items.map((item) => `  - ${clean(item)}`)];
    case 'links': return ['', block.title, ...untitled(block.items.map(({ title, url }) => [title, url]))];
    case 'tasks': return table([{ title: '' }, { title: '', align: 'right' }], block.items.map(({ text, hours }) => [`[ ] ${text}`, hours]));
  }
}
