import { Fragment } from 'react';

/** A sentence of the question bank: what stands between backquotes is code. */
export function AskText({ text }: { text: string }) {
  return <>{text.split('`').map((part, at) => (at % 2 === 1 ? <code key={at}>{part}</code> : <Fragment key={at}>{part}</Fragment>))}</>;
}
