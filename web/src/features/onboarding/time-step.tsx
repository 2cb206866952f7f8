import { Checkbox, Chip, Group, NumberInput, SegmentedControl, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../../lib/i18n.ts';
import type { StepProps } from './career-form.ts';

const chipStyles = { label: { minHeight: 44 } };
const styles = ['mixed', 'reading', 'watching', 'doing'] as const;

/** How much time there is, and how the person likes to learn. */
export function TimeStep({ form, onChange }: StepProps) {
  const { t } = useTranslation('onboarding');
  return (
    <Stack>
      <NumberInput label={t('time.hours')} description={t('time.hours.hint')} size="md" min={1} max={60} allowDecimal={false} clampBehavior="blur" defaultValue={form.hoursPerWeek ?? ''} onBlur={(event) => { onChange({ ...form, hoursPerWeek: clamped(event.currentTarget.value, 60) }); }} />
      <NumberInput label={t('time.weeks')} description={t('time.weeks.hint')} size="md" min={1} max={260} allowDecimal={false} clampBehavior="blur" defaultValue={form.weeksAvailable ?? ''} onBlur={(event) => { onChange({ ...form, weeksAvailable: clamped(event.currentTarget.value, 260) }); }} />
      <Stack gap={4}>
        <Text size="sm" fw={500} id="learning-style">{t('time.style')}</Text>
        <Chip.Group value={form.learningStyle} onChange={(style) => { onChange({ ...form, learningStyle: style as (typeof styles)[number] }); }}>
          <Group gap="xs" role="radiogroup" aria-labelledby="learning-style">{styles.map((style) => <Chip key={style} value={style} size="md" variant="outline" styles={chipStyles}>{t(`time.style.${style}`)}</Chip>)}</Group>
        </Chip.Group>
      </Stack>
      <Stack gap={4}>
        <Text size="sm" fw={500} id="learning-language">{t('time.language')}</Text>
        <SegmentedControl aria-labelledby="learning-language" size="md" value={form.language} data={[{ value: 'en', label: 'English' }, { value: 'hi', label: 'हिन्दी' }]} onChange={(language) => { onChange({ ...form, language: language as 'en' | 'hi' }); void changeLanguage(language as 'en' | 'hi'); }} />
      </Stack>
      <Checkbox label={t('time.freeOnly')} size="md" checked={form.freeOnly} onChange={(event) => { onChange({ ...form, freeOnly: event.currentTarget.checked }); }} />
    </Stack>
  );
}

/** A whole number from 1 to `most`; null for an empty field. */
function clamped(text: string, most: number): number | null {
  const value = Number.parseInt(text, 10);
  return Number.isNaN(value) ? null : Math.min(most, Math.max(1, value));
}
