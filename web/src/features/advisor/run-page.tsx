import { Button, Paper } from '@mantine/core';
import type { AdvisorRun } from '@cairn/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { Page } from '../../ui/page.tsx';
import { FailureNote, NotOpened } from '../../ui/states.tsx';
import { runQuery } from './advisor-queries.ts';
import { RunView } from './run-view.tsx';
import { Steps } from './steps.tsx';
import { questionOf, useAsk } from './use-ask.ts';

const route = getRouteApi('/member/advisor/$runId');

export function RunPage() {
  const { runId } = route.useParams();
  const { t } = useTranslation('advisor');
  const run = useQuery(runQuery(runId));
  if (run.isPending) return <PageSkeleton title={t('title')} width={760} panelHeight={170} rows={3} />;
  if (run.data) return <Run key={run.data.id} run={run.data} />;
  return <Page title={t('title')}><NotOpened failure={run.error} retry={() => { void run.refetch(); }} unknown={{ title: t('gone'), why: t('gone.why'), action: <AskSomething /> }} /></Page>;
}

/** What came to no answer can be asked again in the same words, and is answered here. */
export function Run({ run }: { run: AdvisorRun }) {
  const { t } = useTranslation('advisor');
  const { asking, ask, stop } = useAsk();
  const canAskAgain = run.state === 'interrupted' || run.state === 'failed' || run.state === 'cancelled';
  const askAgain = () => { ask(questionOf(run)); };
  return (
    <Page title={t('title')} width={760} action={<AskSomething />}>
      {asking.state === 'answered' ? <div aria-live="polite"><RunView run={asking.run} /></div> : <RunView run={run} />}
      {canAskAgain && (asking.state === 'idle' || asking.state === 'stopped') && <div><Button size="md" mih={44} onClick={askAgain}>{t('again')}</Button></div>}
      {asking.state === 'asking' && (
        <>
          <Paper withBorder radius="lg" p="md" bg="var(--cairn-surface)"><Steps steps={asking.steps} latest={asking.latest} isGoingOn /></Paper>
          <div><Button variant="default" size="md" mih={44} onClick={stop}>{t('stop')}</Button></div>
        </>
      )}
      {asking.state === 'failed' && <FailureNote failure={asking.failure} takesFocus retry={askAgain} />}
    </Page>
  );
}

function AskSomething() {
  const { t } = useTranslation('advisor');
  return <Button component={Link} to="/advisor" variant="default" mih={44}>{t('go.ask')}</Button>;
}
