import { Anchor, Button, Chip, Group, NumberInput, Paper, SegmentedControl, Select, Skeleton, Stack, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { formatPercent } from '../../lib/format.ts';
import { AssumedRole, type Assumptions } from './assumed-role.tsx';
import { CatalogueSearch, type CatalogueItem } from '../../ui/catalogue-search.tsx';
import type { PlanBody } from './impossible-plan-model.ts';
import type { CareerForm } from './new-roadmap-page.tsx';

interface NewRoadmapFormProps {
  gapId: string | null;
  career: CareerForm | null;
  role: CatalogueItem | null;
  assumptions: Assumptions | null;
  isBusy: boolean;
  onPlan: (body: PlanBody) => void;
}

const usualHours = [4, 8, 12, 20] as const;
const styles = ['mixed', 'reading', 'watching', 'doing'] as const;
const chipStyles = { label: { minHeight: 44 } };
const resourceLanguages = ['en', 'hi'] as const;

/** Where to, how much time there is, and how one likes to learn. */
export function NewRoadmapForm({ gapId, career, role: wishedRole, assumptions, isBusy, onPlan }: NewRoadmapFormProps) {
  const { t, i18n } = useTranslation(['roadmap', 'common', 'reasons']);
  const [goal, setGoal] = useState<'gap' | 'role'>(gapId === null && wishedRole ? 'role' : 'gap');
  const [gap, setGap] = useState(gapId);
  const [role, setRole] = useState(wishedRole);
  const [hours, setHours] = useState<number | string>(career?.hoursPerWeek ?? 8);
  const [weeks, setWeeks] = useState<number | string>(career?.weeksAvailable ?? '');
  const [freeOnly, setFreeOnly] = useState(career?.freeOnly ?? true);
  const [style, setStyle] = useState<(typeof styles)[number]>(career?.learningStyle ?? 'mixed');
  const [language, setLanguage] = useState<(typeof resourceLanguages)[number]>(career?.language ?? (i18n.language === 'hi' ? 'hi' : 'en'));
  const [withNice, setWithNice] = useState(false);
  const [isRoleCounted, setRoleCounted] = useState(true);
  const [needed, setNeeded] = useState<string | null>(null);
  const styleLabel = useId();
  const languageLabel = useId();
  const gaps = useQuery({ queryKey: ['gaps', 'choice'], queryFn: ({ signal }) => call('GET /skill-gaps', { query: { limit: 50 }, signal }) });
  const chosenGap = gap ?? gaps.data?.items[0]?.id ?? null;
  const isGap = goal === 'gap' && (gaps.isPending || (gaps.data?.items.length ?? 0) > 0 || gapId !== null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = typeof hours !== 'number' ? 'new.needed.hours' : isGap ? (chosenGap === null ? 'new.needed.goal' : null) : role === null ? 'new.needed.goal' : null;
    setNeeded(missing);
    if (missing !== null || typeof hours !== 'number') return;
    onPlan({
      ...(isGap && chosenGap !== null ? { skillGapId: chosenGap } : { targetRoleId: role?.id ?? '' }),
      hoursPerWeek: hours, weeksAvailable: typeof weeks === 'number' ? weeks : null, freeOnly, learningStyle: style, language,
      ...(isRoleCounted ? {} : { currentRoleId: null }), ...(withNice && { withNice }),
    });
  };

  return (
    <Paper component="form" noValidate onSubmit={submit} withBorder radius="lg" p={{ base: 'md', sm: 'lg' }} bg="var(--cairn-surface)">
      <Stack gap="lg">
        <Stack gap="xs">
          <Text fw={600}>{t('new.goal')}</Text>
          {gaps.isPending && <Skeleton height={44} />}
          {(gaps.data?.items.length ?? 0) > 0 && (
            <SegmentedControl fullWidth value={isGap ? 'gap' : 'role'} onChange={(value) => { setGoal(value === 'gap' ? 'gap' : 'role'); }} aria-label={t('new.goal')} data={[{ value: 'gap', label: t('new.fromGap') }, { value: 'role', label: t('new.fromRole') }]} size="md" />
          )}
          {isGap && gaps.data && (
            <Select
              label={t('new.gap')} size="md" allowDeselect={false} value={chosenGap} onChange={setGap}
              data={gaps.data.items.map((one) => ({ value: one.id, label: `${[one.goal.title ?? t('new.untitledGap'), one.goal.organisation].filter((part) => part !== null).join(', ')} (${formatPercent(one.weightedMatchPercentage, i18n.language)})` }))}
            />
          )}
          {!isGap && !gaps.isPending && (
            <>
              <CatalogueSearch
                label={t('new.role')} placeholder={t('new.roleExample')} nothingFound={t('new.roleNone')} queryKey={['roles']} keepsName
                search={async (search, signal) => (await call('GET /roles', { query: { search, limit: 20 }, signal })).items.map(({ id, name, summary }) => ({ id, name, detail: summary }))}
                onChoose={setRole}
              />
              {role && <Text size="sm">{t('new.roleChosen', { role: role.name })}{' '}<Anchor renderRoot={(props) => <Link {...props} to="/roles/$roleId" params={{ roleId: role.id }} />} inherit underline="always">{t('role.see')}</Anchor></Text>}
            </>
          )}
        </Stack>

        <Stack gap="xs">
          <NumberInput label={t('form.hours')} description={t('form.hoursHint')} value={hours} onChange={setHours} min={1} max={60} allowDecimal={false} clampBehavior="strict" size="md" />
          <Chip.Group value={String(hours)} onChange={(value) => { setHours(Number(value)); }}>
            <Group gap="xs" role="group" aria-label={t('form.usualHours')}>{usualHours.map((count) => <Chip key={count} value={String(count)} size="md" variant="outline" styles={chipStyles}>{t('hours', { count })}</Chip>)}</Group>
          </Chip.Group>
        </Stack>
        <NumberInput label={t('form.weeks')} description={t('form.weeksHint')} value={weeks} onChange={setWeeks} min={1} max={260} clampBehavior="strict" size="md" />
        <Switch size="md" checked={freeOnly} onChange={(event) => { setFreeOnly(event.currentTarget.checked); }} label={t('form.freeOnly')} description={t('form.freeOnlyHint')} styles={{ body: { minHeight: 44, alignItems: 'center' } }} />
        <Switch size="md" checked={withNice} onChange={(event) => { setWithNice(event.currentTarget.checked); }} label={t('form.withNice')} description={t('form.withNiceHint')} styles={{ body: { minHeight: 44, alignItems: 'center' } }} />
        <Stack gap={4}>
          <Text size="md" fw={500} id={styleLabel}>{t('form.style')}</Text>
          <Chip.Group value={style} onChange={(value) => { setStyle(styles.find((one) => one === value) ?? 'mixed'); }}>
            <Group gap="xs" role="radiogroup" aria-labelledby={styleLabel}>{styles.map((one) => <Chip key={one} value={one} size="md" variant="outline" styles={chipStyles}>{t(`form.style.${one}`)}</Chip>)}</Group>
          </Chip.Group>
        </Stack>
        <Stack gap={4}>
          <Text size="md" fw={500} id={languageLabel}>{t('form.language')}</Text>
          <SegmentedControl aria-labelledby={languageLabel} value={language} onChange={(value) => { setLanguage(value === 'hi' ? 'hi' : 'en'); }} data={resourceLanguages.map((one) => ({ value: one, label: t(`reasons:language.${one}`) }))} size="md" />
        </Stack>
        {assumptions && <AssumedRole assumptions={assumptions} isCounted={isRoleCounted} onCount={setRoleCounted} />}
        {needed !== null && <Text role="alert" size="sm" c="var(--mantine-color-error)">{t(needed)}</Text>}
        <Group><Button type="submit" size="md" mih={44} loading={isBusy}>{t('new.plan')}</Button></Group>
      </Stack>
    </Paper>
  );
}
