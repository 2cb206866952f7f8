import { Alert, Stack, Text, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { formatQuantity } from '../../ui/quantities.ts';
import { Icon } from '../../ui/icons.tsx';
import { withAlternative, type Alternative, type Impossible, type PlanBody } from './impossible-plan-model.ts';
import classes from './impossible-plan.module.css';

interface ImpossiblePlanProps {
  impossible: Impossible;
  asked: PlanBody;
  isBusy: boolean;
  onChoose: (body: PlanBody) => void;
}

/** Why the plan does not fit, and the nearest that do, one click each. */
export function ImpossiblePlan({ impossible, asked, isBusy, onChoose }: ImpossiblePlanProps) {
  const { t, i18n } = useTranslation('roadmap');
  const names = useSkillNames(asked);
  return (
    <Alert color="amber" variant="light" title={t('impossible.title')}>
      <Stack gap="sm">
        <Text size="sm" c="var(--mantine-color-text)">{t(impossible.alternatives.length === 0 ? 'impossible.none' : 'impossible.why', { needed: formatQuantity(impossible.neededHours, i18n.language), available: formatQuantity(impossible.availableHours, i18n.language) })}</Text>
        {impossible.alternatives.map((alternative) => (
          <UnstyledButton key={alternative.kind} className={classes['choice']} disabled={isBusy} onClick={() => { onChoose(withAlternative(asked, alternative)); }}>
            <span>
              <Text component="span" fw={600} display="block">{choiceWords(t, alternative, asked)}</Text>
              <Text component="span" size="sm" c="dimmed" display="block">{consequence(t, alternative, names)}</Text>
            </span>
            <Icon name="arrow" size={20} />
          </UnstyledButton>
        ))}
      </Stack>
    </Alert>
  );
}

function choiceWords(t: TFunction<'roadmap'>, alternative: Alternative, asked: PlanBody): string {
  switch (alternative.kind) {
    case 'more-weeks':
      return t('impossible.moreWeeks', { count: alternative.weeks, asked: asked.weeksAvailable ?? 0 });
    case 'more-hours':
      return t('impossible.moreHours', { count: alternative.hoursPerWeek, asked: asked.hoursPerWeek });
    case 'more-of-both':
      return t('impossible.moreOfBoth', { weeks: t('impossible.weeks', { count: alternative.weeks }), hours: t('impossible.hours', { count: alternative.hoursPerWeek }) });
    case 'fewer-skills':
      return t('impossible.fewerSkills', { count: alternative.leftOut.length });
  }
}

function consequence(t: TFunction<'roadmap'>, alternative: Alternative, names: ReadonlyMap<string, string>): string {
  if (alternative.kind === 'more-weeks') return t('impossible.moreWeeksWhat');
  if (alternative.kind === 'more-hours') return t('impossible.moreHoursWhat');
  if (alternative.kind === 'more-of-both') return t('impossible.moreOfBothWhat');
  const word = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? id).join(', ');
  return t('impossible.fewerSkillsWhat', { leftOut: word(alternative.leftOut), kept: word(alternative.skillIds) });
}

/** The plan speaks of skills by id; the goal it was made for knows their names. */
function useSkillNames({ skillGapId, targetRoleId }: PlanBody): ReadonlyMap<string, string> {
  const gap = useQuery({ queryKey: ['gaps', 'one', skillGapId], queryFn: ({ signal }) => call('GET /skill-gaps/:id', { params: { id: skillGapId ?? '' }, signal }), enabled: skillGapId !== undefined });
  const role = useQuery({ queryKey: ['roles', 'one', targetRoleId], queryFn: ({ signal }) => call('GET /roles/:roleId', { params: { roleId: targetRoleId ?? '' }, signal }), enabled: targetRoleId !== undefined });
  const named = [
    ...(gap.data ? [...gap.data.missing, ...gap.data.proficiencyGaps, ...gap.data.matched].map(({ skillId, skill }) => [skillId, skill] as const) : []),
    ...(role.data ? [...role.data.must, ...role.data.should, ...role.data.nice].map(({ id, name }) => [id, name] as const) : []),
  ];
  return new Map(named);
}
