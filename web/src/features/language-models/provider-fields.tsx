import { Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PasswordField } from '../../ui/password-field.tsx';
import { kinds, withKind, type ProviderDraft } from './chain-draft.ts';

interface ProviderFieldsProps {
  draft: ProviderDraft;
  /** From 1. */
  place: number;
  of: number;
  /** What the server found wrong with it. */
  error: string | undefined;
  onChange: (draft: ProviderDraft) => void;
  /** −1: asked one place earlier. */
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

const numbers = [['contextTokens', 7], ['timeoutSeconds', 3], ['atOnce', 2]] as const;

export function ProviderFields({ draft, place, of, error, onChange, onMove, onRemove }: ProviderFieldsProps) {
  const { t } = useTranslation('language-models');
  const set = (more: Partial<ProviderDraft>) => { onChange({ ...draft, ...more }); };
  return (
    <fieldset style={{ margin: 0, padding: 16, border: '1px solid var(--mantine-color-default-border)', borderRadius: 8, minWidth: 0 }}>
      <Text component="legend" fw={600} px={4}>{t('form.place', { place })}</Text>
      <Stack gap="sm">
        <NativeSelect label={t('form.kind')} size="md" value={draft.kind} data={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} onChange={(event) => { onChange(withKind(draft, kinds.find((kind) => kind === event.currentTarget.value) ?? draft.kind)); }} />
        <TextInput label={t('form.address')} description={t('form.address.hint')} error={error} size="md" type="url" required maxLength={300} autoCapitalize="none" spellCheck={false} value={draft.address} onChange={(event) => { set({ address: event.currentTarget.value }); }} />
        <TextInput label={t('form.model')} description={t('form.model.hint')} size="md" required maxLength={200} pattern="\S+" autoCapitalize="none" spellCheck={false} value={draft.model} onChange={(event) => { set({ model: event.currentTarget.value }); }} />
        <PasswordField label={t('form.key')} description={t(draft.hasKey ? 'form.key.kept' : 'form.key.hint')} maxLength={500} autoComplete="off" disabled={draft.dropsKey} value={draft.key} onChange={(event) => { set({ key: event.currentTarget.value }); }} />
        {draft.hasKey && <Checkbox label={t('form.key.drop')} size="md" checked={draft.dropsKey} onChange={(event) => { set({ dropsKey: event.currentTarget.checked, key: '' }); }} />}
        <details>
          <Text component="summary" size="sm" py="sm" style={{ cursor: 'pointer' }}>{t('form.more')}</Text>
          <Group gap="sm" align="flex-start" grow preventGrowOverflow={false}>
            {numbers.map(([name, digits]) => <TextInput key={name} label={t(`form.${name}`)} placeholder={t('form.usual')} size="md" miw={180} inputMode="numeric" pattern={`\\d{1,${digits}}`} value={draft[name]} onChange={(event) => { set({ [name]: event.currentTarget.value }); }} />)}
          </Group>
        </details>
        <Group gap="xs">
          <Button variant="default" mih={44} disabled={place === 1} aria-label={t('form.earlier.of', { place })} onClick={() => { onMove(-1); }}>{t('form.earlier')}</Button>
          <Button variant="default" mih={44} disabled={place === of} aria-label={t('form.later.of', { place })} onClick={() => { onMove(1); }}>{t('form.later')}</Button>
          <Button variant="subtle" color="brick" mih={44} aria-label={t('form.remove.of', { place })} onClick={onRemove}>{t('form.remove')}</Button>
        </Group>
      </Stack>
    </fieldset>
  );
}
