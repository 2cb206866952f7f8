import { Anchor, Badge, Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import type { SkillGap } from '@cairn/contracts';
import { whatIf } from '@cairn/engine/what-if';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatPercent } from '../../lib/format.ts';
import { useMovingNumber } from '../../ui/moving-number.ts';
import { standingColour, StandingSign } from '../../ui/standing-sign.tsx';
import classes from './gap.module.css';

interface MissingListProps {
  gap: SkillGap;
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  onExplain: (skillId: string) => void;
}

const shownAtFirst = 8;

/** What is missing, most important first. Ticking asks "and if I learned these?" and is answered in the browser. */
export function MissingList({ gap, chosen, onChoose, onExplain }: MissingListProps) {
  const { t } = useTranslation('gap');
  const [all, setAll] = useState(false);
  if (gap.missing.length === 0) {
    return (
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <StandingSign standing="met" size={24} />
        <Text>{t('missing.none')}</Text>
      </Group>
    );
  }
  const shown = all ? gap.missing : gap.missing.slice(0, shownAtFirst);
  return (
    <Stack component="section" gap="xs" aria-labelledby="missing-heading">
      <Title order={2} id="missing-heading">{t('missing.title')}</Title>
      <Text size="sm" c="dimmed">{t('missing.hint')}</Text>
      <WhatIfBar gap={gap} chosen={chosen} onClear={() => { onChoose(new Set()); }} />
      <Stack component="ul" gap={0} className={classes['rows']}>
        {shown.map((missing) => (
          <MissingRow
            key={missing.skillId} gap={gap} missing={missing} isChosen={chosen.has(missing.skillId)}
            onToggle={() => { onChoose(toggled(chosen, missing.skillId)); }} onExplain={() => { onExplain(missing.skillId); }}
          />
        ))}
      </Stack>
      {shown.length < gap.missing.length && <Button variant="subtle" mih={44} onClick={() => { setAll(true); }}>{t('missing.showAll', { count: gap.missing.length })}</Button>}
    </Stack>
  );
}

function toggled(chosen: ReadonlySet<string>, skillId: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(skillId)) next.add(skillId);
  return next;
}

function WhatIfBar({ gap, chosen, onClear }: { gap: SkillGap; chosen: ReadonlySet<string>; onClear: () => void }) {
  const { t, i18n } = useTranslation('gap');
  const then = whatIf(gap.whatIf, chosen);
  const shown = useMovingNumber(then.weightedMatchPercentage);
  return (
    <Group className={classes['whatIf']} data-active={chosen.size > 0 || undefined} justify="space-between" wrap="nowrap" gap="sm">
      <Text size="sm" role="status">
        {chosen.size === 0
          ? t('whatIf.idle', { percent: formatPercent(gap.weightedMatchPercentage, i18n.language) })
          : t('whatIf.then', { count: chosen.size, before: formatPercent(gap.weightedMatchPercentage, i18n.language), after: formatPercent(then.weightedMatchPercentage, i18n.language) })}
      </Text>
      {chosen.size > 0 && (
        <Group gap="xs" wrap="nowrap" className={classes['then']}>
          <Text fw={650} size="lg" aria-hidden="true">{formatPercent(shown, i18n.language)}</Text>
          <Button variant="subtle" size="compact-md" mih={44} onClick={onClear}>{t('whatIf.clear')}</Button>
        </Group>
      )}
    </Group>
  );
}

interface MissingRowProps {
  gap: SkillGap;
  missing: SkillGap['missing'][number];
  isChosen: boolean;
  onToggle: () => void;
  onExplain: () => void;
}

function MissingRow({ gap, missing, isChosen, onToggle, onExplain }: MissingRowProps) {
  const { t, i18n } = useTranslation(['gap', 'common']);
  const gain = missing.weightedMatchIfLearned - gap.weightedMatchPercentage;
  return (
    <li className={classes['row']} data-chosen={isChosen || undefined}>
      <Checkbox
        checked={isChosen} onChange={onToggle} size="md" classNames={{ body: classes['tick'] ?? '', labelWrapper: classes['tickLabel'] ?? '' }}
        label={
          <Stack gap={2}>
            <Group gap={8}>
              <Text component="span" fw={600}>{missing.skill}</Text>
              <Badge variant="default" tt="none" fw={500} size="sm">{t(`common:requirement.${missing.requirement}`)}</Badge>
            </Group>
            <Text component="span" size="sm" c="dimmed">
              {[
                missing.alternatives.length > 0 ? t('missing.or', { names: missing.alternatives.map(({ name }) => name).join(', ') }) : null,
                t('missing.level', { level: t(`common:level.${String(missing.requiredLevel)}`) }),
                t('missing.gain', { points: formatNumber(gain, i18n.language, 1) }),
              ].filter((part) => part !== null).join(' · ')}
            </Text>
          </Stack>
        }
      />
      <div className={classes['importance']}>
        <div className={classes['meter']} aria-hidden="true"><span style={{ width: `${String(missing.importance)}%`, background: standingColour.missing }} /></div>
        <Anchor component="button" type="button" size="sm" className={classes['why']} onClick={onExplain} aria-label={`${missing.skill}: ${t('missing.importanceShort', { value: formatNumber(missing.importance, i18n.language) })}`}>
          {t('missing.importanceShort', { value: formatNumber(missing.importance, i18n.language) })}
        </Anchor>
      </div>
    </li>
  );
}
