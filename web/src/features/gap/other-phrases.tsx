import { Button, Stack, Text, Title } from '@mantine/core';
import type { SkillGap } from '@cairn/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPercent } from '../../lib/format.ts';
import classes from './gap.module.css';

const shownAtFirst = 6;
/** What a line of a list begins with. */
const listMark = /^\s*[-–•*·▪]\s+/u;

/** What the ad asks for in words that no skill has: beside the numbers, and in none of them. */
export function OtherPhrases({ gap }: { gap: SkillGap }) {
  const { t, i18n } = useTranslation('gap');
  const [all, setAll] = useState(false);
  if (gap.otherPhrases.length === 0) return null;
  const shown = all ? gap.otherPhrases : gap.otherPhrases.slice(0, shownAtFirst);
  return (
    <Stack component="section" gap="xs" aria-labelledby="other-phrases-heading">
      <Title order={2} id="other-phrases-heading">{t('other.title')}</Title>
      <Text size="sm" c="dimmed">{t('other.hint')}</Text>
      <ul className={classes['rows']}>
        {shown.map(({ text, kind, confidence, evidence }) => (
          <li key={`${kind} ${text}`} className={classes['row']}>
            <Text component="span" fw={600} style={{ overflowWrap: 'anywhere' }}>{text}</Text>
            <Text component="span" size="sm" c="dimmed">{`${t(`other.kind.${kind}`)} · ${t('other.confidence', { percent: formatPercent(confidence * 100, i18n.language) })}`}</Text>
            {evidence.text !== text && <Text component="q" size="sm" style={{ overflowWrap: 'anywhere' }}>{evidence.text.replace(listMark, '')}</Text>}
          </li>
        ))}
      </ul>
      {shown.length < gap.otherPhrases.length && <Button variant="subtle" mih={44} onClick={() => { setAll(true); }}>{t('other.showAll', { count: gap.otherPhrases.length })}</Button>}
    </Stack>
  );
}
