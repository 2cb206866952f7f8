import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { LearningSession } from '@cairn/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDay, formatNumber } from '../../lib/format.ts';
import classes from './learning.module.css';
import { MasteryList } from './mastery-list.tsx';
import { PlacementResult } from './placement-result.tsx';
import { Sentence } from '../../ui/words.tsx';

/** What was done, where it leads, and what comes back when. */
export function SessionSummary({ session }: { session: LearningSession }) {
  const { t, i18n } = useTranslation('learning');
  const { answers, answered, right, minutesSpent, mixed, placement, mastery, state } = session;
  return (
    <Stack gap="lg">
      <Stack gap={4}>
        <Title order={2}>{t(state === 'expired' ? 'summary.expired' : 'summary.title', { right, count: answered })}</Title>
        <Text c="dimmed">{t('summary.spent', { minutes: formatNumber(minutesSpent, i18n.language, 1), ...mixed })}</Text>
      </Stack>
      <Group><Button component={Link} to="/learn" size="md" mih={44}>{t('toLearn')}</Button></Group>
      {placement && <PlacementResult placement={placement} />}
      {answers.length > 0 && (
        <Stack gap="xs">
          <Title order={3}>{t('summary.back')}</Title>
          <ul className={classes['list']}>
            {answers.map(({ shownQuestionId, ask, right: isRight, nextOn, hintsUsed }) => (
              <li key={shownQuestionId} className={classes['row']}>
                <Stack gap={0} miw={0}>
                  <Text size="sm" lang="en" lineClamp={2}><Sentence text={ask} /></Text>
                  <Text size="xs" c="dimmed">{[t(isRight ? 'summary.right' : 'summary.wrong'), hintsUsed > 0 ? t('summary.hints', { count: hintsUsed }) : null].filter((part) => part !== null).join(' · ')}</Text>
                </Stack>
                <Text size="sm" style={{ whiteSpace: 'nowrap' }}>{formatDay(nextOn, i18n.language)}</Text>
              </li>
            ))}
          </ul>
        </Stack>
      )}
      {mastery.length > 0 && (
        <Stack gap="xs">
          <Title order={3}>{t('mastery.title')}</Title>
          <MasteryList mastery={mastery} />
        </Stack>
      )}
    </Stack>
  );
}
