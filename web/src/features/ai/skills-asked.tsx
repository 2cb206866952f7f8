import { Anchor, Button, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { AiAnalysis } from '@cairn/contracts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatPercent } from '../../lib/format.ts';
import { EvidenceDrawer, type EvidenceSubject } from '../../ui/evidence-drawer.tsx';
import { MatchBar } from '../../ui/match-bar.tsx';
import { StandingSign, type Standing } from '../../ui/standing-sign.tsx';
import { FailureNote } from '../../ui/states.tsx';
import classes from './ai.module.css';
import { ModelStatus } from './model-status.tsx';
import { useAi } from './use-ai.ts';

const standings = ['partial', 'missing', 'met'] as const satisfies readonly Standing[];
const shownAtFirst = 6;

/** What the role asks for against what one has, and in which order the rest can be learned. */
export function SkillsAsked({ roleId }: { roleId: string }) {
  const { t, i18n } = useTranslation(['ai', 'common']);
  const language = i18n.language === 'hi' ? 'hi' : 'en';
  const state = useAi('POST /ai/skills', { targetRole: roleId, language });
  const [why, setWhy] = useState<EvidenceSubject | null>(null);
  const { planned, words } = state;
  const percent = (value: number) => formatPercent(value, i18n.language);
  const advice = new Map(words?.skills.map((each) => [each.skillId, each]));
  return (
    <Stack component="section" gap="md" aria-labelledby="skills-heading">
      <Title order={2} id="skills-heading">{t('skills.title')}</Title>
      {state.isPending && <Skeleton height={220} radius="lg" />}
      {state.failure !== null && <FailureNote failure={state.failure} retry={state.askAgain} />}
      {planned && (
        <>
          <Stack gap={6}>
            <Text>{t('skills.match', { percent: percent(planned.weightedMatchPercentage), met: planned.met.length, all: planned.met.length + planned.partial.length + planned.missing.length })}</Text>
            <MatchBar height={8} parts={[{ kind: 'met', share: planned.weightedMatchPercentage / 100 }]} />
          </Stack>
          {words && <Text className="cairn-prose">{words.overview}</Text>}
          {standings.filter((each) => planned[each].length > 0).map((each) => (
            <SkillList key={each} standing={each} skills={planned[each]} advice={advice} onWhy={setWhy} />
          ))}
          <Order suggestions={planned.suggestions} totalHours={planned.totalHours} />
          <ModelStatus state={state} />
        </>
      )}
      <EvidenceDrawer subject={why} onClose={() => { setWhy(null); }} />
    </Stack>
  );
}

interface SkillListProps {
  standing: Standing;
  skills: AiAnalysis['met'];
  advice: ReadonlyMap<string, { advice: string; example: string }>;
  onWhy: (subject: EvidenceSubject) => void;
}

function SkillList({ standing, skills, advice, onWhy }: SkillListProps) {
  const { t } = useTranslation(['ai', 'common']);
  const [isAll, setAll] = useState(false);
  const shown = isAll ? skills : skills.slice(0, shownAtFirst);
  const about = ({ level, requiredLevel, similarTo }: SkillListProps['skills'][number]) =>
    [t('skills.asked', { level: t(`common:level.${String(requiredLevel)}`) }), ...(standing === 'missing' ? [] : [t('skills.yours', { level: t(`common:level.${String(level)}`) })]), ...(similarTo === null ? [] : [t('skills.similar', { skill: similarTo.name })])].join(' · ');
  return (
    <Stack gap={4}>
      <Title order={3}>{t(`skills.${standing}`, { count: skills.length })}</Title>
      <ul className={classes['rows']}>
        {shown.map((skill) => (
          <li key={skill.skillId} className={classes['row']}>
            <StandingSign standing={standing} />
            <Stack gap={2} flex={1} miw={0}>
              <Text fw={600} style={{ overflowWrap: 'anywhere' }}>{skill.name}</Text>
              <Text size="sm" c="dimmed">{about(skill)}</Text>
              {advice.has(skill.skillId) && <Text size="sm" className="cairn-prose">{advice.get(skill.skillId)?.advice}{' '}{advice.get(skill.skillId)?.example}</Text>}
            </Stack>
            <Button variant="subtle" mih={44} px="sm" aria-label={t('skills.whyOf', { skill: skill.name })} onClick={() => { onWhy({ title: skill.name, reasons: skill.reasons }); }}>{t('common:why')}</Button>
          </li>
        ))}
      </ul>
      {skills.length > shown.length && <div><Button variant="subtle" mih={44} onClick={() => { setAll(true); }}>{t('skills.more', { count: skills.length - shown.length })}</Button></div>}
    </Stack>
  );
}

const mostInOrder = 8;

function Order({ suggestions, totalHours }: Pick<AiAnalysis, 'suggestions' | 'totalHours'>) {
  const { t, i18n } = useTranslation('ai');
  const [first] = suggestions;
  if (first === undefined) return <Text>{t('order.none')}</Text>;
  const rest = suggestions.length - mostInOrder;
  return (
    <Stack gap={4}>
      <Title order={3}>{t('order.title', { hours: formatNumber(totalHours, i18n.language) })}</Title>
      <ol className={classes['order']}>
        {suggestions.slice(0, mostInOrder).map(({ skillId, name, hours, isFoundation }) => (
          <li key={skillId}>{name} <Text component="span" size="sm" c="dimmed">{t(isFoundation ? 'order.foundation' : 'order.hours', { hours: formatNumber(hours, i18n.language) })}</Text></li>
        ))}
      </ol>
      {rest > 0 && <Text size="sm" c="dimmed">{t('order.rest', { count: rest })}</Text>}
      <Text size="sm"><Anchor renderRoot={(props) => <Link {...props} to="/explore/quiz" search={{ skill: first.skillId }} />} inherit underline="always">{t('quiz.link', { skill: first.name })}</Anchor></Text>
    </Stack>
  );
}
