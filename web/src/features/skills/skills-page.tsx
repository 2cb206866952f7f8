import { Button, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EvidenceDrawer, type EvidenceSubject } from '../../ui/evidence-drawer.tsx';
import { Page } from '../../ui/page.tsx';
import { formatQuantity } from '../../ui/quantities.ts';
import { EmptyState, FailureNote } from '../../ui/states.tsx';
import { AddSkill } from './add-skill.tsx';
import { CheckSkills } from './check-skills.tsx';
import { SkillRow } from './skill-row.tsx';
import { groupedSkills, skillsToCheck } from './skills-model.ts';
import classes from './skills.module.css';
import { mySkillsQuery, useSayLevel, useTakeWordBack, type ProfiledSkill } from './skills-queries.ts';

const searchFrom = 12;

export function SkillsPage() {
  const { t, i18n } = useTranslation(['skills', 'reasons', 'common']);
  const skills = useQuery(mySkillsQuery);
  const say = useSayLevel();
  const takeBack = useTakeWordBack();
  const [search, setSearch] = useState('');
  const [subject, setSubject] = useState<EvidenceSubject | null>(null);
  const items = skills.data?.items ?? [];
  const toCheck = skillsToCheck(items);
  const groups = groupedSkills(items, search);
  const explain = (skill: ProfiledSkill) => {
    setSubject({
      title: skill.name, value: t('value', { level: t(`common:level.${String(skill.level)}`), score: formatQuantity(skill.score, i18n.language) }),
      reasons: skill.reasons, evidence: skill.reasons.some(({ evidence }) => evidence.length > 0) ? [] : skill.evidence,
    });
  };
  const had = items.filter(({ level }) => level > 0).length;
  return (
    <Page
      title={t('title')} width={860} lead={skills.isSuccess && items.length > 0 ? t(toCheck.length > 0 ? 'leadCheck' : 'lead', { count: had }) : t('leadEmpty')}
      action={items.length > 0 ? <Button component={Link} to="/gaps" size="md" mih={44}>{t('compare')}</Button> : undefined}
    >
      {skills.isPending && <Stack gap="xs" aria-busy="true">{[1, 2, 3, 4, 5].map((key) => <Skeleton key={key} height={60} radius="md" />)}</Stack>}
      {skills.isError && <FailureNote failure={skills.error} retry={() => { void skills.refetch(); }} />}
      {(say.isError || takeBack.isError) && <FailureNote failure={say.error ?? takeBack.error} />}
      {skills.isSuccess && items.length === 0 && <EmptyState title={t('empty')} why={t('emptyWhy')} action={<Button component={Link} to="/resumes" size="md" mih={44}>{t('toResume')}</Button>} />}
      {toCheck.length > 0 && <CheckSkills skills={toCheck} onSay={(skillId, level) => { say.mutate({ skillId, level }); }} onExplain={explain} />}
      {items.length > searchFrom && <TextInput type="search" label={t('search')} value={search} size="md" onChange={(event) => { setSearch(event.currentTarget.value); }} />}
      {items.length > 0 && groups.length === 0 && <Text c="dimmed">{t('nothingFound')}</Text>}
      {groups.map((group) => (
        <Stack key={group.category} component="section" gap="xs" aria-labelledby={`category-${group.category}`}>
          <Title order={2} id={`category-${group.category}`} className={classes['category']}>{t(`reasons:category.${group.category}`)}</Title>
          <ul className={classes['rows']}>
            {group.skills.map((skill) => (
              <SkillRow key={skill.skillId} skill={skill} onSay={(level) => { say.mutate({ skillId: skill.skillId, level }); }} onTakeBack={() => { takeBack.mutate(skill.skillId); }} onExplain={() => { explain(skill); }} />
            ))}
          </ul>
        </Stack>
      ))}
      {skills.isSuccess && (
        <Stack component="section" gap="xs" aria-labelledby="add-heading">
          <Title order={2} id="add-heading">{t('add.title')}</Title>
          <AddSkill onSay={(skillId, level) => { say.mutate({ skillId, level }); }} isBusy={say.isPending} />
        </Stack>
      )}
      <EvidenceDrawer subject={subject} onClose={() => { setSubject(null); }} />
    </Page>
  );
}
