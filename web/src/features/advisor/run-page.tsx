import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { Page } from '../../ui/page.tsx';
import { NotOpened } from '../../ui/states.tsx';
import { runQuery } from './advisor-queries.ts';
import { RunView } from './run-view.tsx';

const route = getRouteApi('/member/advisor/$runId');

export function RunPage() {
  const { runId } = route.useParams();
  const { t } = useTranslation('advisor');
  const run = useQuery(runQuery(runId));
  const again = <Button component={Link} to="/advisor" variant="default" mih={44}>{t('go.ask')}</Button>;
  if (run.isPending) return <PageSkeleton title={t('title')} width={760} panelHeight={170} rows={3} />;
  if (run.data) return <Page title={t('title')} width={760} action={again}><RunView run={run.data} /></Page>;
  return <Page title={t('title')}><NotOpened failure={run.error} retry={() => { void run.refetch(); }} unknown={{ title: t('gone'), why: t('gone.why'), action: again }} /></Page>;
}
