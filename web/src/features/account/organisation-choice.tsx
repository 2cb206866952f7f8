import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { installationQuery } from '../../lib/installation.ts';

interface OrganisationChoiceProps {
  value: string;
  onChange: (slug: string) => void;
}

/** Asked for only where there is a choice: several organisations, and no subdomain that tells. */
export function OrganisationChoice({ value, onChange }: OrganisationChoiceProps) {
  const { t } = useTranslation('account');
  const installation = useQuery(installationQuery).data;
  if (!installation || installation.chosen !== null || installation.organisations.length < 2) return null;
  return (
    <NativeSelect
      label={t('organisation')} required value={value} size="md"
      data={[{ value: '', label: t('organisation.choose') }, ...installation.organisations.map(({ slug, name }) => ({ value: slug, label: name }))]}
      onChange={(event) => { onChange(event.currentTarget.value); }}
    />
  );
}
