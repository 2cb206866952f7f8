import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { useMe } from '../../lib/session.ts';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { Page } from '../../ui/page.tsx';
import { FailureNote, NotOpened } from '../../ui/states.tsx';
import { RolePay } from './role-pay.tsx';
import { roleQuery, type RoleAnswer } from './role-queries.ts';
import classes from './role.module.css';

const route = getRouteApi('/member/roles/$roleId');
const stages = ['entry', 'mid', 'senior', 'lead'] as const;
const kinds = ['must', 'should', 'nice'] as const;

export function RolePage() {
  const { roleId } = route.useParams();
  const { t } = useTranslation('skills');
  const role = useQuery(roleQuery(roleId));
  if (role.isPending) return <PageSkeleton title={t('role.title')} width={860} panelHeight={160} rows={5} />;
  if (role.data) return <RoleView key={roleId} role={role.data} />;
  return (
    <Page title={t('role.title')}>
      <NotOpened failure={role.error} retry={() => { void role.refetch(); }} unknown={{ title: t('role.gone'), why: t('role.goneWhy'), action: <Button component={Link} to="/gaps" mih={44}>{t('role.toGaps')}</Button> }} />
    </Page>
  );
}

/** What a person wants to know who decides on a role; the next step is to compare oneself with it. */
export function RoleView({ role }: { role: RoleAnswer }) {
  const { t } = useTranslation('skills');
  const isRecruiter = useMe()?.role === 'recruiter';
  const compare = useCompare();
  return (
    <Page
      title={role.name} lead={role.summary} width={860}
      action={isRecruiter ? undefined : <Button size="md" mih={44} loading={compare.isPending && compare.variables === role.id} onClick={() => { compare.mutate(role.id); }}>{t('role.compare')}</Button>}
    >
      {!isRecruiter && <Text>{t('role.next')}{' '}<Anchor renderRoot={(props) => <Link {...props} to="/roadmaps/new" search={{ role: role.id }} />} inherit underline="always">{t('role.plan')}</Anchor></Text>}
      {compare.isError && <FailureNote failure={compare.error} takesFocus />}
      <AsksFor role={role} />
      <RolePay pay={role.pay} />
      <Stages role={role} />
      <Moves role={role} onCompare={isRecruiter ? null : (id) => { compare.mutate(id); }} busyWith={compare.isPending ? compare.variables : null} />
      {role.isco && <Text size="sm" c="dimmed">{t('role.isco', { code: role.isco.code, name: role.isco.name })}</Text>}
    </Page>
  );
}

function useCompare() {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (roleId: string) => call('POST /skill-gaps', { body: { roleId } }),
    onSuccess: async ({ id }) => {
      void queryClient.invalidateQueries({ queryKey: ['gaps', 'list'] });
      await navigate({ to: '/gaps/$skillGapId', params: { skillGapId: id } });
    },
  });
}

function AsksFor({ role }: { role: RoleAnswer }) {
  const { t } = useTranslation(['skills', 'common']);
  return (
    <Stack component="section" gap="xs" aria-labelledby="asks-heading">
      <Title order={2} id="asks-heading">{t('role.asks')}</Title>
      <dl className={classes['stages']}>
        {kinds.filter((kind) => role[kind].length > 0).flatMap((kind) => [
          <dt key={kind}>{t(`role.${kind}`)}</dt>,
          <dd key={`${kind} skills`}>{role[kind].map(({ name, level }) => t('role.atLevel', { skill: name, level: t(`common:level.${String(level)}`) })).join(' · ')}</dd>,
        ])}
      </dl>
    </Stack>
  );
}

function Stages({ role }: { role: RoleAnswer }) {
  const { t } = useTranslation('skills');
  const known = stages.filter((stage) => role.seniority[stage].length > 0);
  if (known.length === 0) return null;
  return (
    <Stack component="section" gap="xs" aria-labelledby="stages-heading">
      <Title order={2} id="stages-heading">{t('role.stages')}</Title>
      <Text size="sm" c="dimmed" className="cairn-prose">{t('role.stages.hint')}</Text>
      <dl className={classes['stages']}>
        {known.flatMap((stage) => [<dt key={stage}>{t(`role.stage.${stage}`)}</dt>, <dd key={`${stage} titles`}>{role.seniority[stage].join(' · ')}</dd>])}
      </dl>
    </Stack>
  );
}

interface MovesProps {
  role: RoleAnswer;
  /** Null for whom there is nothing to compare. */
  onCompare: ((roleId: string) => void) | null;
  busyWith: string | null;
}

function Moves({ role, onCompare, busyWith }: MovesProps) {
  const { t } = useTranslation('skills');
  if (role.moves.length === 0) return null;
  return (
    <Stack component="section" gap="xs" aria-labelledby="moves-heading">
      <Title order={2} id="moves-heading">{t('role.moves')}</Title>
      <ul className={classes['rows']}>
        {role.moves.map(({ id, name, summary }) => (
          <li key={id} className={classes['row']}>
            <div className={classes['move']}>
              <Stack gap={2} flex="1 1 260px" miw={0}>
                <Anchor renderRoot={(props) => <Link {...props} to="/roles/$roleId" params={{ roleId: id }} />} fw={600} underline="always" py={4}>{name}</Anchor>
                <Text size="sm" c="dimmed">{summary}</Text>
              </Stack>
              {onCompare && <Group><Button variant="default" mih={44} loading={busyWith === id} aria-label={t('role.compareName', { role: name })} onClick={() => { onCompare(id); }}>{t('role.compare')}</Button></Group>}
            </div>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
