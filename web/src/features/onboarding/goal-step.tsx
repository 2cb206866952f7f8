import { Anchor, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { CatalogueSearch } from '../../ui/catalogue-search.tsx';
import type { StepProps } from './career-form.ts';

const mostFound = 30;

/** Where the person wants to go, and where they stand. */
export function GoalStep({ form, onChange }: StepProps) {
  const { t } = useTranslation('onboarding');
  const [currentRole, setCurrentRole] = useState(form.currentRole ?? '');
  const [organisation, setOrganisation] = useState(form.targetOrganisation ?? '');
  const roleId = form.targetRoleId;
  const role = useQuery({ queryKey: ['roles', 'one', roleId], enabled: roleId !== null, queryFn: ({ signal }) => call('GET /roles/:roleId', { params: { roleId: roleId ?? '' }, signal }) }).data;
  return (
    <Stack>
      <CatalogueSearch
        label={t('goal.role')} placeholder={t('goal.role.example')} nothingFound={t('goal.role.nothing')} keepsName queryKey={['roles', 'search']}
        search={async (text, signal) => (await call('GET /roles', { query: { search: text, limit: mostFound }, signal })).items.map(({ id, name, summary }) => ({ id, name, detail: summary }))}
        onChoose={({ id }) => { onChange({ ...form, targetRoleId: id }); }}
      />
      {role && <Text size="sm" role="status">{t('goal.role.chosen', { role: role.name })}{' '}<Anchor renderRoot={(props) => <Link {...props} to="/roles/$roleId" params={{ roleId: role.id }} />} inherit underline="always">{t('goal.role.see')}</Anchor></Text>}
      <TextInput label={t('goal.organisation')} size="md" maxLength={160} value={organisation} onChange={(event) => { setOrganisation(event.currentTarget.value); }} onBlur={() => { onChange({ ...form, targetOrganisation: organisation.trim() === '' ? null : organisation.trim() }); }} />
      <TextInput label={t('goal.currentRole')} size="md" maxLength={120} value={currentRole} onChange={(event) => { setCurrentRole(event.currentTarget.value); }} onBlur={() => { onChange({ ...form, currentRole: currentRole.trim() === '' ? null : currentRole.trim() }); }} />
    </Stack>
  );
}
