import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { standingColour, StandingSign } from '../../ui/standing-sign.tsx';
import { adStretches, neediest, type RequirementRow } from './gap-model.ts';
import classes from './gap.module.css';

interface AdTextProps {
  text: string;
  rows: readonly RequirementRow[];
  onExplain: (row: RequirementRow) => void;
}

const foldedFrom = 900;

/** The ad as read; a sentence that asks for something says so when it is opened. */
export function AdText({ text, rows, onExplain }: AdTextProps) {
  const { t } = useTranslation('gap');
  const [isFolded, setIsFolded] = useState(text.length > foldedFrom);
  return (
    <Stack component="section" gap="xs" aria-labelledby="ad-heading">
      <Title order={2} id="ad-heading">{t('ad.title')}</Title>
      <Group gap="md">
        {(['met', 'partial', 'missing'] as const).map((standing) => <Group key={standing} gap={6}><StandingSign standing={standing} size={16} /><Text size="sm">{t(`ad.${standing}`)}</Text></Group>)}
      </Group>
      <div className={classes['ad']} data-folded={isFolded || undefined} onFocus={() => { setIsFolded(false); }}>
        {adStretches(text, rows).map((stretch) => (stretch.rows.length === 0 ? <span key={stretch.start}>{stretch.text}</span> : <Sentence key={stretch.start} text={stretch.text} rows={stretch.rows} onExplain={onExplain} />))}
      </div>
      {isFolded && <Group><Button variant="default" mih={44} onClick={() => { setIsFolded(false); }}>{t('ad.unfold')}</Button></Group>}
    </Stack>
  );
}

function Sentence({ text, rows, onExplain }: AdTextProps) {
  const { t } = useTranslation('gap');
  const standing = neediest(rows);
  const first = rows.find((row) => row.standing === standing);
  const style = { '--colour': standingColour[standing] } as CSSProperties;
  return (
    <button type="button" className={classes['stretch']} data-standing={standing} style={style} title={rows.map((row) => `${row.name}: ${t(`ad.${row.standing}`)}`).join('\n')} onClick={() => { if (first) onExplain(first); }}>
      {text}
    </button>
  );
}
