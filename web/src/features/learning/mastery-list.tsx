import { Anchor, Box, Group, Stack, Text } from '@mantine/core';
import type { LearningOverview } from '@cairn/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay, formatPercent } from '../../lib/format.ts';
import { EvidenceDrawer } from '../../ui/evidence-drawer.tsx';
import classes from './learning.module.css';

type Mastery = LearningOverview['mastery'][number];

/** Each level that was asked: how likely it is mastered, how sure that is, and whether it is proven. */
export function MasteryList({ mastery }: { mastery: readonly Mastery[] }) {
  const { t, i18n } = useTranslation(['learning', 'common']);
  const [explained, setExplained] = useState<Mastery | null>(null);
  const range = ({ probability, uncertainty }: Mastery) => t('mastery.range', { percent: formatPercent(100 * probability, i18n.language), spread: formatPercent(100 * uncertainty, i18n.language) });
  const titleOf = ({ name, level }: Mastery) => `${name} · ${t(`common:level.${String(level)}`)}`;
  return (
    <>
      <ul className={classes['list']}>
        {mastery.map((one) => (
          <li key={`${one.skillId} ${String(one.level)}`} className={classes['row']}>
            <Stack gap={0} miw={0} flex={1}>
              <Text fw={600} size="sm">{titleOf(one)}</Text>
              <Text size="xs" c="dimmed">{[range(one), standing(one)].join(' · ')}</Text>
            </Stack>
            <Group gap="xs" wrap="nowrap">
              <MasteryBar mastery={one} />
              <Anchor component="button" type="button" size="sm" mih={44} miw={44} onClick={() => { setExplained(one); }} aria-label={t('whyOf', { skill: titleOf(one) })}>{t('common:why')}</Anchor>
            </Group>
          </li>
        ))}
      </ul>
      <EvidenceDrawer subject={explained ? { title: titleOf(explained), value: range(explained), reasons: explained.reasons } : null} onClose={() => { setExplained(null); }} />
    </>
  );

  function standing({ provenAt, fadedAt, answers }: Mastery): string {
    if (fadedAt !== null) return t('mastery.faded', { day: formatDay(fadedAt.slice(0, 10), i18n.language) });
    return provenAt === null ? t('mastery.answers', { count: answers }) : t('mastery.proven', { day: formatDay(provenAt.slice(0, 10), i18n.language) });
  }
}

/** Decorative: the words beside it say the same. */
function MasteryBar({ mastery: { probability, uncertainty } }: { mastery: Mastery }) {
  const from = Math.max(0, probability - uncertainty);
  const to = Math.min(1, probability + uncertainty);
  return (
    <Box className={classes['track']} aria-hidden="true" visibleFrom="xs">
      <div className={classes['fill']} style={{ width: `${String(100 * probability)}%` }} />
      <div className={classes['spread']} style={{ insetInlineStart: `${String(100 * from)}%`, width: `${String(100 * (to - from))}%` }} />
    </Box>
  );
}
