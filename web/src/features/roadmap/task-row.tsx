import { Button, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import type { RoadmapAnswer } from '@cairn/contracts';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceSubject } from '../../ui/evidence-drawer.tsx';
import { useReasonWords } from '../../ui/reason-words.ts';
import { ResourceItem } from './resource-item.tsx';
import type { Task } from './roadmap-model.ts';
import classes from './week.module.css';

interface TaskRowProps {
  roadmap: RoadmapAnswer;
  task: Task;
  isNext: boolean;
  onToggle: (task: Task) => void;
  onExplain: (subject: EvidenceSubject) => void;
  onSkip: (skillId: string) => void;
}

/** A task to tick, with what to work with folded beneath; the next one is open. */
export function TaskRow({ roadmap, task, isNext, onToggle, onExplain, onSkip }: TaskRowProps) {
  const { t } = useTranslation('roadmap');
  const words = useReasonWords();
  const id = useId();
  const [opened, setOpened] = useState<boolean | null>(null);
  const isOpen = opened ?? isNext;
  const title = words(task.what, task.title);
  const resources = task.resourceIds.flatMap((resourceId) => roadmap.resources.find((one) => one.resourceId === resourceId && one.skillId === task.skillId) ?? roadmap.resources.find((one) => one.resourceId === resourceId) ?? []);
  const skill = roadmap.skills.find(({ skillId }) => skillId === task.skillId);
  return (
    <li className={classes['task']} data-state={task.state}>
      <button type="button" role="checkbox" aria-checked={task.state !== 'open'} aria-labelledby={`${id}-title`} disabled={task.state === 'skipped'} className={classes['stone']} onClick={() => { onToggle(task); }}>
        <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true"><ellipse cx="13" cy="13" rx="11" ry="9.4" /><path d="m8.4 13.2 3.2 3.2 6-6.6" /></svg>
      </button>
      <UnstyledButton className={classes['title']} aria-expanded={isOpen} aria-controls={`${id}-more`} onClick={() => { setOpened(!isOpen); }}>
        <Text component="span" fw={isNext ? 600 : 500} id={`${id}-title`} display="block">{title}</Text>
        <Text component="span" size="sm" c="dimmed" display="block">
          {[t(`kind.${task.kind}`), t('hours', { count: task.hours }), task.state === 'skipped' ? t('task.skipped') : isNext ? t('task.next') : null].filter((part) => part !== null).join(' · ')}
        </Text>
      </UnstyledButton>
      <div id={`${id}-more`} className={classes['more']} hidden={!isOpen}>
        {isOpen && (
          <Stack gap="sm">
            {resources.length > 0 && <Stack component="ul" gap={0} m={0} p={0}>{resources.map((resource) => <ResourceItem key={resource.resourceId} resource={resource} isPart={task.partResourceIds?.includes(resource.resourceId) === true} isRateable={task.state === 'done'} onExplain={onExplain} />)}</Stack>}
            {resources.length === 0 && task.kind === 'learn' && <Text size="sm" c="dimmed">{t('task.noResources')}</Text>}
            {task.kind === 'check' && <Text size="sm">{t('task.checkHint')}</Text>}
            <Group gap="xs">
              {task.reasons.length > 0 && <Button variant="subtle" size="compact-md" mih={44} onClick={() => { onExplain({ title, reasons: task.reasons }); }}>{t('task.why')}</Button>}
              {task.state === 'open' && skill && <Button variant="subtle" size="compact-md" mih={44} onClick={() => { onSkip(task.skillId); }} aria-label={`${t('task.canDo')}: ${skill.name}`}>{t('task.canDo')}</Button>}
            </Group>
          </Stack>
        )}
      </div>
    </li>
  );
}
