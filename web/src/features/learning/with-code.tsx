import { Fragment } from 'react';
import classes from './learning.module.css';

/** A sentence of the bank: what stands between backquotes is code. */
export function WithCode({ text }: { text: string }) {
  return text.split('`').map((part, at) => (at % 2 === 1 ? <code key={at} className={classes['inline']}>{part}</code> : <Fragment key={at}>{part}</Fragment>));
}
