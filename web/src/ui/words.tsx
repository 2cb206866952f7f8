import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { readInline, type Inline } from './markdown.ts';
import classes from './words.module.css';

/** A sentence of a question: what stands between backquotes is code, and stars are stars. */
export function Sentence({ text }: { text: string }) {
  return <Drawn parts={text.split('`').map((part, at): Inline => ({ kind: at % 2 === 1 ? 'code' : 'text', text: part }))} />;
}

/** A sentence of a lesson, with its code, weight and emphasis. */
export function Words({ text }: { text: string }) {
  return <Drawn parts={readInline(text)} />;
}

function Drawn({ parts }: { parts: readonly Inline[] }) {
  return parts.map(({ kind, text }, at) => {
    switch (kind) {
      case 'code': return <code key={at} className={classes['inline']}>{text}</code>;
      case 'strong': return <strong key={at}>{text}</strong>;
      case 'emphasis': return <em key={at}>{text}</em>;
      case 'text': return <Fragment key={at}>{text}</Fragment>;
    }
  });
}

/** Wider than a phone it is moved sideways by itself, also by keyboard. */
export function CodeBlock({ text, language = '' }: { text: string; language?: string }) {
  const { t } = useTranslation('common');
  return <pre className={classes['code']} tabIndex={0} role="group" aria-label={language === '' || language === 'text' ? t('code') : t('codeIn', { language })}><code>{text}</code></pre>;
}
