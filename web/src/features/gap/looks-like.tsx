import { Anchor, Button, Group, Text } from '@mantine/core';
import type { SkillGap } from '@cairn/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatPercent } from '../../lib/format.ts';

interface LooksLikeProps {
  role: NonNullable<SkillGap['looksLike']>;
  onExplain: () => void;
}

/** The role Cairn knows that the ad is most likely for, and the way to it. */
export function LooksLike({ role, onExplain }: LooksLikeProps) {
  const { t, i18n } = useTranslation('gap');
  return (
    <Group component="section" gap="sm" aria-label={t('looksLike.label')}>
      <Text>{t('looksLike.sentence', { role: role.name, percent: formatPercent(role.confidence * 100, i18n.language) })}</Text>
      <Anchor component="button" type="button" size="sm" onClick={onExplain} py={4}>{t('looksLike.how')}</Anchor>
      <Anchor renderRoot={(props) => <Link {...props} to="/roles/$roleId" params={{ roleId: role.id }} />} size="sm" underline="always" py={4}>{t('role.see')}</Anchor>
      <Button renderRoot={(props) => <Link {...props} to="/roadmaps/new" search={{ role: role.id }} />} variant="subtle" mih={44}>{t('looksLike.plan')}</Button>
    </Group>
  );
}
