import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import type { SkillGap } from '@cairn/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { formatInstant, formatPercent } from '../../lib/format.ts';
import { EvidenceDrawer, type EvidenceSubject } from '../../ui/evidence-drawer.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { Page } from '../../ui/page.tsx';
import { useReasonWords } from '../../ui/reason-words.ts';
import { NotOpened } from '../../ui/states.tsx';
import { AdText } from './ad-text.tsx';
import { CategoryRadar } from './category-radar.tsx';
import { EraseGap } from './erase-gap.tsx';
import { requirementRows, type RequirementRow } from './gap-model.ts';
import { gapQuery } from './gap-queries.ts';
import { LevelGaps } from './level-gaps.tsx';
import { LooksLike } from './looks-like.tsx';
import { MatchSummary } from './match-summary.tsx';
import { MetList } from './met-list.tsx';
import { MissingList } from './missing-list.tsx';
import { OtherPhrases } from './other-phrases.tsx';
import { RequirementGroups } from './requirement-groups.tsx';

const route = getRouteApi('/member/gaps/$skillGapId');

export function GapPage() {
  const { skillGapId } = route.useParams();
  const { t } = useTranslation('gap');
  const gap = useQuery(gapQuery(skillGapId));
  if (gap.isPending) return <PageSkeleton title={t('one.title')} width={1080} panelHeight={170} rows={6} />;
  if (gap.data) return <GapView key={gap.data.id} gap={gap.data} />;
  return (
    <Page title={t('one.title')}>
      <NotOpened failure={gap.error} retry={() => { void gap.refetch(); }} unknown={{ title: t('one.gone'), why: t('one.goneWhy'), action: <Button component={Link} to="/gaps" mih={44}>{t('one.toList')}</Button> }} />
    </Page>
  );
}

export function GapView({ gap }: { gap: SkillGap }) {
  const { t, i18n } = useTranslation(['gap', 'common']);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [subject, setSubject] = useState<EvidenceSubject | null>(null);
  const words = useReasonWords();
  const rows = requirementRows(gap);
  const title = gap.goal.title ?? t('one.untitled');

  const explainRow = (row: RequirementRow) => {
    const { source } = row;
    const value = 'importance' in source ? t('missing.importance', { value: source.importance }) : t('met.points', { points: Math.round(row.weight * row.share * 1000) / 10 });
    setSubject({ title: row.name, value, reasons: source.reasons, adText: gap.jobText });
  };

  const explain = (skillId: string) => {
    const row = rows.find((one) => one.skillId === skillId);
    if (row) explainRow(row);
  };

  const walked = useQuery({ queryKey: ['roadmaps', 'newest'], queryFn: ({ signal }) => call('GET /roadmaps', { query: { limit: 10 }, signal }) });
  const roadmap = walked.data?.items.find(({ skillGapId }) => skillGapId === gap.id);

  const goOn = roadmap && <Button renderRoot={(props) => <Link {...props} to="/roadmaps/$roadmapId" params={{ roadmapId: roadmap.id }} />} size="md" mih={44}>{t('one.goOn')}</Button>;
  const plan = <Button renderRoot={(props) => <Link {...props} to="/roadmaps/new" search={{ gap: gap.id }} />} size="md" mih={44}>{t('one.plan')}</Button>;
  const compare = <Button component={Link} to="/gaps" size="md" mih={44}>{t('one.another')}</Button>;
  const isReady = gap.missing.length === 0 && gap.proficiencyGaps.length === 0;
  return (
    <Page title={title} width={1080} lead={<Lead gap={gap} />} action={isReady ? compare : (goOn ?? plan)}>
      <MatchSummary gap={gap} rows={rows} chosen={chosen} onExplain={() => { setSubject({ title: t('match.why'), value: formatPercent(gap.weightedMatchPercentage, i18n.language, 1), reasons: gap.reasons, adText: gap.jobText }); }} />
      {gap.looksLike && <LooksLike role={gap.looksLike} onExplain={() => { if (gap.looksLike) setSubject({ title: gap.looksLike.name, value: t('looksLike.confidence', { percent: formatPercent(gap.looksLike.confidence * 100, i18n.language) }), reasons: gap.looksLike.reasons }); }} />}
      {gap.goal.roleId !== null && <Anchor renderRoot={(props) => <Link {...props} to="/roles/$roleId" params={{ roleId: gap.goal.roleId ?? '' }} />} underline="always" py={4}>{t('role.see')}</Anchor>}
      {gap.warnings.map((warning) => <Alert key={warning.code} color="amber" variant="light" title={words(warning)} />)}
      <MissingList gap={gap} chosen={chosen} onChoose={setChosen} onExplain={explain} />
      <LevelGaps gap={gap} onExplainSimilar={explain} onExplain={(item) => { setSubject({ title: item.skill, value: t('levels.value', { yours: t(`common:level.${String(item.userLevel)}`), needed: t(`common:level.${String(item.requiredLevel)}`) }), reasons: item.reasons, adText: gap.jobText }); }} />
      <Stack gap="lg" style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 400px), 1fr))', alignItems: 'start' }}>
        <RequirementGroups rows={rows} />
        <CategoryRadar rows={rows} />
      </Stack>
      <OtherPhrases gap={gap} />
      <MetList gap={gap} rows={rows} onExplain={explainRow} />
      {gap.jobText !== null && <AdText text={gap.jobText} rows={rows} onExplain={explainRow} />}
      <Group justify="space-between" mt="md">
        <Text size="sm" c="dimmed">{t('one.made', { date: formatInstant(gap.createdAt, i18n.language) })}</Text>
        <EraseGap id={gap.id} />
      </Group>
      <EvidenceDrawer subject={subject} onClose={() => { setSubject(null); }} />
    </Page>
  );
}

/** "Pune, India": the country in the reader's language. */
function placeWords({ name, country }: NonNullable<NonNullable<SkillGap['job']>['place']>, language: string): string {
  const countryName = country === null ? undefined : new Intl.DisplayNames([language], { type: 'region' }).of(country);
  return countryName === undefined || countryName === name ? name : `${name}, ${countryName}`;
}

function Lead({ gap }: { gap: SkillGap }) {
  const { t, i18n } = useTranslation('gap');
  const heaviest = gap.missing[0];
  const place = gap.job?.place ?? null;
  const facts = [
    gap.goal.organisation, place && placeWords(place, i18n.language),
    // A town beside it: the ad may say "hybrid" too.
    gap.job?.isRemote === true ? t(place === null ? 'one.remote' : 'one.remotePossible') : null,
    gap.job?.seniority ? t(`one.seniority.${gap.job.seniority}`) : null,
  ].filter((fact) => fact !== null);
  return (
    <>
      {facts.length > 0 && <Text mb={4}>{facts.join(' · ')}</Text>}
      {heaviest ? t('one.lead', { skill: heaviest.skill }) : t('one.leadReady')}
      {gap.goal.url && <>{' '}<Anchor href={gap.goal.url} target="_blank" rel="noopener noreferrer" inherit underline="always">{t('one.openAd')}</Anchor></>}
    </>
  );
}
