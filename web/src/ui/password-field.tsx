import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

/** A password that can be looked at. Mantine's own does not tie its hint and its mistake to the field; this does. */
export function PasswordField({ description, error, ...props }: Omit<PasswordInputProps, 'id'>) {
  const { t } = useTranslation('common');
  const id = useId();
  const said = [description ? `${id}-description` : '', error ? `${id}-error` : ''].filter((part) => part !== '').join(' ');
  return (
    <PasswordInput
      {...props} id={id} size="md" description={description} error={error} aria-invalid={error ? true : undefined} aria-describedby={said === '' ? undefined : said}
      visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0 }}
    />
  );
}
