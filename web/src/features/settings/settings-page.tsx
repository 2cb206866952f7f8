import { Divider } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cameToLearn, useMe } from '../../lib/session.ts';
import { Page } from '../../ui/page.tsx';
import { LoadingPage } from '../../ui/states.tsx';
import { Goal } from './goal.tsx';
import { OwnData } from './own-data.tsx';
import { ProfileForm } from './profile-form.tsx';
import { Sessions } from './sessions.tsx';
import { WeeklyMail } from './weekly-mail.tsx';

export function SettingsPage({ rhythm }: { rhythm: ReactNode }) {
  const { t } = useTranslation('settings');
  const me = useMe();
  if (!me) return <LoadingPage />;
  return (
    <Page title={t('title')} lead={t('lead')} width={720}>
      <ProfileForm me={me} />
      <Divider />
      {cameToLearn(me.role) && <><Goal /><Divider />{rhythm}<Divider /></>}
      {me.role !== 'recruiter' && <><WeeklyMail /><Divider /></>}
      <Sessions />
      <Divider />
      <OwnData />
    </Page>
  );
}
