import { Anchor, Button, Text } from '@mantine/core';
import type { RoadmapAnswer } from '@cairn/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '../../lib/plan-week.ts';
import { EvidenceDrawer, type EvidenceSubject } from '../../ui/evidence-drawer.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { Page } from '../../ui/page.tsx';
import { useReasonWords } from '../../ui/reason-words.ts';
import { FailureNote, NotOpened } from '../../ui/states.tsx';
import { UndoBar } from '../../ui/undo-bar.tsx';
import { ChangePlan, type PlanChange } from './change-plan.tsx';
import { MonthDetails } from './month-details.tsx';
import { NextTask } from './next-task.tsx';
import classes from './roadmap.module.css';
import { monthOfWeek, weeksOf, weekToShow, type Task } from './roadmap-model.ts';
import { roadmapQuery, useMarkTask } from './roadmap-queries.ts';
import { ProofOffers } from './proof-offers.tsx';
import { SelfCheckDialog } from './self-check-dialog.tsx';
import { TakeAlong } from './take-along.tsx';
import { Trail } from './trail.tsx';
import { WeekView } from './week-view.tsx';

const route = getRouteApi('/member/roadmaps/$roadmapId');

export function RoadmapPage() {
  const { roadmapId } = route.useParams();
  const { t } = useTranslation('roadmap');
  const roadmap = useQuery(roadmapQuery(roadmapId));
  if (roadmap.isPending) return <PageSkeleton title={t('one.title')} width={1180} panelHeight={220} rows={5} hasAside />;
  if (roadmap.data) return <RoadmapView key={roadmapId} roadmap={roadmap.data} today={dayOf(new Date())} />;
  return (
    <Page title={t('one.title')}>
      <NotOpened failure={roadmap.error} retry={() => { void roadmap.refetch(); }} unknown={{ title: t('one.gone'), why: t('one.goneWhy'), action: <Button component={Link} to="/roadmaps" mih={44}>{t('one.toList')}</Button> }} />
    </Page>
  );
}

/** `today` is 'YYYY-MM-DD'. */
export function RoadmapView({ roadmap, today }: { roadmap: RoadmapAnswer; today: string }) {
  const { t } = useTranslation('roadmap');
  const words = useReasonWords();
  const mark = useMarkTask(roadmap.id);
  /** Of one version of the plan: another may have cut its weeks anew. */
  const [chosen, setChosen] = useState<{ version: number; week: number } | null>(null);
  const [undoable, setUndoable] = useState<Task | null>(null);
  const [subject, setSubject] = useState<EvidenceSubject | null>(null);
  const [askingChange, setAskingChange] = useState<PlanChange | null>(null);
  const [skipping, setSkipping] = useState<string | null>(null);
  const weekHeading = useRef<HTMLHeadingElement>(null);

  const weekNumber = chosen?.version === roadmap.version ? chosen.week : weekToShow(roadmap);
  const choose = (week: number) => { setChosen({ version: roadmap.version, week }); };
  const week = weeksOf(roadmap).find(({ number }) => number === weekNumber);
  const month = monthOfWeek(roadmap, weekNumber);

  const toggle = (task: Task) => {
    const state = task.state === 'done' ? 'open' : 'done';
    // The week stays where the person is looking while its tasks are ticked.
    choose(weekNumber);
    setUndoable(state === 'done' ? task : null);
    mark.mutate({ taskId: task.id, state });
  };
  const hideUndo = useCallback(() => { setUndoable(null); }, []);
  const showWeek = (number: number, focus: boolean) => {
    choose(number);
    if (focus) {
      weekHeading.current?.focus({ preventScroll: true });
      weekHeading.current?.scrollIntoView({ block: 'start', behavior: 'auto' });
    }
  };

  return (
    <Page title={roadmap.title} width={1180} lead={words(roadmap.overview)}>
      {roadmap.targetRoleId !== null && <Anchor renderRoot={(props) => <Link {...props} to="/roles/$roleId" params={{ roleId: roadmap.targetRoleId ?? '' }} />} size="sm" underline="always" py={4}>{t('role.see')}</Anchor>}
      {roadmap.warnings.map((warning) => <Text key={warning.code} size="sm" c="dimmed">{words(warning)}</Text>)}
      {mark.isError && <FailureNote failure={mark.error} />}
      <ProofOffers roadmap={roadmap} />
      <div className={classes['layout']}>
        <div className={classes['next']}>
          <NextTask roadmap={roadmap} onDone={toggle} onExplain={setSubject} onShowWeek={() => { showWeek(weekToShow(roadmap), true); }} />
        </div>
        <div className={classes['week']}>
          {week && (
            <WeekView
              roadmap={roadmap} week={week} today={today} headingRef={weekHeading} onShowWeek={(number) => { showWeek(number, false); }}
              onToggle={toggle} onExplain={setSubject} onSkip={setSkipping} onMissed={() => { setAskingChange('missed'); }}
            />
          )}
        </div>
        <div className={classes['trail']}>
          <Trail roadmap={roadmap} weekNumber={weekNumber} onShowWeek={(number) => { showWeek(number, true); }} />
        </div>
        <div className={classes['month']}>{month && <MonthDetails roadmap={roadmap} month={month} />}</div>
        <div className={classes['tools']}>
          <ChangePlan roadmap={roadmap} asking={askingChange} onAsk={setAskingChange} />
          <TakeAlong roadmap={roadmap} />
          <Text size="sm" c="dimmed">
            <button type="button" className={classes['quiet']} onClick={() => { setSubject({ title: t('why.title'), value: t('why.hours', { count: roadmap.progress.totalHours }), reasons: roadmap.reasons }); }}>{t('why.action')}</button>
          </Text>
        </div>
      </div>
      <UndoBar message={undoable && t('undo.done', { task: words(undoable.what, undoable.title) })} undo={t('undo.action')} onUndo={() => { if (undoable) mark.mutate({ taskId: undoable.id, state: 'open' }); setUndoable(null); }} onGone={hideUndo} />
      <EvidenceDrawer subject={subject} onClose={() => { setSubject(null); }} />
      {skipping !== null && <SelfCheckDialog roadmapId={roadmap.id} skillId={skipping} onClose={() => { setSkipping(null); }} />}
    </Page>
  );
}
