import { Anchor, Box, Group, Stack, Text } from '@mantine/core';
import type { LearningOverview } from '@cairn/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay, formatPercent } from '../../lib/format.ts';
import { EvidenceDrawer } from '../../ui/evidence-drawer.tsx';
import classes from './learning.module.css';

type Mastery = LearningOverview['mastery'][number];

/** A skill by what is said of it: the highest level that is or was proven, and the one that is being learned. */
interface SkillMastery {
  readonly skillId: string;
  readonly name: string;
  readonly proven: Mastery | null;
  /** The lowest level that is not proven; null when all that was asked is. */
  readonly learning: Mastery | null;
}

/** Each skill in one line: what is proven of it, and how likely the next level is. */
export function MasteryList({ mastery }: { mastery: readonly Mastery[] }) {
  const { t, i18n } = useTranslation(['learning', 'common']);
  const [explained, setExplained] = useState<Mastery | null>(null);
  const levelOf = ({ level }: Mastery) => t(`common:level.${String(level)}`);
  const learned = (one: Mastery) => t('mastery.learning', { level: levelOf(one), percent: formatPercent(sayable(one.probability), i18n.language), spread: formatPercent(doubt(one.uncertainty), i18n.language) });
  const proof = (one: Mastery) => t(one.fadedAt === null ? 'mastery.provenLevel' : 'mastery.fadedLevel', { level: levelOf(one), day: formatDay((one.fadedAt ?? one.provenAt ?? '').slice(0, 10), i18n.language) });
  return (
    <>
      <ul className={classes['list']}>
        {bySkill(mastery).map(({ skillId, name, proven, learning }) => {
          const said = learning ?? proven;
          return said && (
            <li key={skillId} className={classes['row']}>
              <Stack gap={0} miw={0} flex={1}>
                <Text fw={600} size="sm">{name}</Text>
                <Text size="xs" c="dimmed">{[proven && proof(proven), learning && learned(learning), learning && t('mastery.answers', { count: learning.answers })].filter((part) => part !== null).join(' · ')}</Text>
              </Stack>
              <Group gap="xs" wrap="nowrap">
                <MasteryBar mastery={said} />
                <Anchor component="button" type="button" size="sm" mih={44} miw={44} onClick={() => { setExplained(said); }} aria-label={t('whyOf', { skill: name })}>{t('common:why')}</Anchor>
              </Group>
            </li>
          );
        })}
      </ul>
      <EvidenceDrawer subject={explained ? { title: explained.name, value: learned(explained), reasons: explained.reasons } : null} onClose={() => { setExplained(null); }} />
    </>
  );
}

export function bySkill(mastery: readonly Mastery[]): SkillMastery[] {
  return [...Map.groupBy(mastery, ({ skillId }) => skillId)].map(([skillId, levels]) => {
    const upwards = levels.toSorted((one, other) => one.level - other.level);
    return { skillId, name: levels[0]?.name ?? skillId, proven: upwards.findLast(({ provenAt }) => provenAt !== null) ?? null, learning: upwards.find(({ provenAt }) => provenAt === null) ?? null };
  });
}

/** In percent. Nobody is known to know something for certain: at most 99, and never surer than to a point. */
export const sayable = (probability: number): number => Math.min(99, Math.floor(100 * probability));
const doubt = (uncertainty: number): number => Math.max(1, Math.ceil(100 * uncertainty));

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
