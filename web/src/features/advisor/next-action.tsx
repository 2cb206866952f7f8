import { Button } from '@mantine/core';
import type { AdvisorAdvice } from '@cairn/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { CatalogueSearch } from '../../ui/catalogue-search.tsx';

interface NextActionProps {
  next: AdvisorAdvice['next'];
  /** Asks the same for a role; left out, the person asks anew on the advisor's page. */
  onRole?: ((roleId: string) => void) | undefined;
}

/** The one thing to do now. */
export function NextAction({ next, onRole }: NextActionProps) {
  const { t } = useTranslation('advisor');
  const { kind, skillId, skill, level, roleId, role } = next;
  const look = { size: 'md', mih: 44 } as const;
  if (kind === 'tutor') return <Button renderRoot={(props) => <Link {...props} to="/tutor" search={{ ...(skillId !== null && { skill: skillId }), ...(level !== null && { level }) }} />} {...look}>{t('go.tutor', { skill: skill ?? '' })}</Button>;
  if (kind === 'plan') return <Button renderRoot={(props) => <Link {...props} to="/roadmaps/new" search={{ ...(roleId !== null && { role: roleId }) }} />} {...look}>{t('go.plan', { role: role ?? '' })}</Button>;
  if (kind === 'compare') return <Button component={Link} to="/gaps" {...look}>{t('go.compare')}</Button>;
  if (kind === 'resume') return <Button component={Link} to="/resumes" {...look}>{t('go.resume')}</Button>;
  if (onRole === undefined) return <Button component={Link} to="/advisor" {...look}>{t('go.ask')}</Button>;
  return (
    <CatalogueSearch
      label={t('go.role')} placeholder={t('go.roleExample')} nothingFound={t('go.roleNone')} queryKey={['roles']} keepsName
      search={async (search, signal) => (await call('GET /roles', { query: { search, limit: 20 }, signal })).items.map(({ id, name, summary }) => ({ id, name, detail: summary }))}
      onChoose={({ id }) => { onRole(id); }}
    />
  );
}
