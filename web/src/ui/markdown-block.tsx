import { Box, Table, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { readMarkdown, type Block } from './markdown.ts';
import classes from './words.module.css';
import { CodeBlock, Words } from './words.tsx';

/** The Markdown of lessons, drawn: every word of it is a text, never markup. */
export function MarkdownText({ text }: { text: string }) {
  const blocks = useMemo(() => readMarkdown(text), [text]);
  return <div className="cairn-prose">{blocks.map((block, at) => <MarkdownBlock key={at} block={block} />)}</div>;
}

export function MarkdownBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading': return <Title order={2} id={block.id} mt="lg" mb="xs" tabIndex={-1}><Words text={block.text} /></Title>;
    case 'paragraph': return <Text component="p" my="sm"><Words text={block.text} /></Text>;
    case 'code': return <Box my="sm"><CodeBlock text={block.text} language={block.language} /></Box>;
    case 'list': {
      const items = block.items.map((item, at) => <li key={at}>{item.map((inner, place) => (inner.kind === 'paragraph' ? <Words key={place} text={inner.text} /> : <MarkdownBlock key={place} block={inner} />))}</li>);
      return block.isOrdered ? <ol start={block.start} className={classes['list']}>{items}</ol> : <ul className={classes['list']}>{items}</ul>;
    }
    case 'table': return (
      <Table.ScrollContainer minWidth={0} my="sm" tabIndex={0}>
        <Table withTableBorder withColumnBorders>
          <Table.Thead><Table.Tr>{block.head.map((cell, at) => <Table.Th key={at} scope="col"><Words text={cell} /></Table.Th>)}</Table.Tr></Table.Thead>
          <Table.Tbody>{block.rows.map((row, at) => <Table.Tr key={at}>{row.map((cell, place) => <Table.Td key={place}><Words text={cell} /></Table.Td>)}</Table.Tr>)}</Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    );
  }
}
