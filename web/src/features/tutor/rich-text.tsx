import { Box, Code, List, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

type Block = { readonly kind: 'text' | 'code'; readonly text: string } | { readonly kind: 'list' | 'numbers'; readonly items: readonly string[] };

const bullet = /^[-*] +/;
const numbered = /^\d+[.)] +/;

/** The Markdown of lessons: paragraphs, lists and code. Whatever else stands there is shown as it is written. */
export function blocksOf(text: string): Block[] {
  return text.split(/```/).flatMap((part, index): Block[] => {
    if (index % 2 === 1) return [{ kind: 'code', text: part.replace(/^[\w+#-]*\n/, '').replace(/\n$/, '') }];
    return part.split(/\n{2,}/).map((block) => block.trim()).filter((block) => block !== '').map((block) => {
      const lines = block.split('\n');
      for (const [kind, mark] of [['list', bullet], ['numbers', numbered]] as const) {
        if (mark.test(lines[0] ?? '')) return { kind, items: itemsIn(lines, mark) };
      }
      return { kind: 'text', text: lines.join(' ') };
    });
  });
}

/** A line without a mark goes on with the item above it. */
function itemsIn(lines: readonly string[], mark: RegExp): string[] {
  const items: string[] = [];
  for (const line of lines) {
    if (mark.test(line) || items.length === 0) items.push(line.replace(mark, ''));
    else items[items.length - 1] = `${items.at(-1) ?? ''} ${line.trim()}`;
  }
  return items;
}

export function RichText({ text }: { text: string }) {
  return (
    <Stack gap="sm" className="cairn-prose">
      {blocksOf(text).map((block, index) => {
        if ('text' in block) return block.kind === 'code' ? <CodeBlock key={index} text={block.text} /> : <Text key={index}><Inline text={block.text} /></Text>;
        return <List key={index} type={block.kind === 'numbers' ? 'ordered' : 'unordered'} listStyleType={block.kind === 'numbers' ? 'decimal' : 'disc'}>{block.items.map((item, at) => <List.Item key={at}><Inline text={item} /></List.Item>)}</List>;
      })}
    </Stack>
  );
}

export function CodeBlock({ text }: { text: string }) {
  return <Box style={{ overflowX: 'auto' }} tabIndex={0} role="group"><Code block>{text}</Code></Box>;
}

/** `code` and **strong** words inside a line. */
export function Inline({ text }: { text: string }): ReactNode {
  return text.split(/(`[^`\n]+`|\*\*[^*\n]+\*\*)/).map((part, index) => {
    if (part.startsWith('`') && part.endsWith('`') && part.length > 2) return <Code key={index}>{part.slice(1, -1)}</Code>;
    return part.startsWith('**') && part.endsWith('**') && part.length > 4 ? <strong key={index}>{part.slice(2, -2)}</strong> : part;
  });
}
