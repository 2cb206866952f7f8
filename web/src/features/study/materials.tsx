import type { SkillMaterials } from '@cairn/contracts';
import { Anchor, Badge, Group, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format.ts';
import { EvidenceDrawer, type EvidenceSubject } from '../../ui/evidence-drawer.tsx';
import { Icon } from '../../ui/icons.tsx';

type Material = SkillMaterials['materials'][number];
/** So many are shown of a skill before the rest is asked for. */
const shownAtFirst = 3;

/** Materials by skill, each with why it stands where it stands. The skill that matters most is open, the others are a line each. */
export function MaterialsBySkill({ skills }: { skills: readonly SkillMaterials[] }) {
  const [subject, setSubject] = useState<EvidenceSubject | null>(null);
  return (
    <Stack gap={0}>
      {skills.map((skill, at) => <OneSkill key={skill.skillId} skill={skill} isOpenAtFirst={at === 0} onExplain={setSubject} />)}
      <EvidenceDrawer subject={subject} onClose={() => { setSubject(null); }} />
    </Stack>
  );
}

interface OneSkillProps {
  skill: SkillMaterials;
  isOpenAtFirst: boolean;
  onExplain: (subject: EvidenceSubject) => void;
}

function OneSkill({ skill: { skillId, skillName, fromLevel, toLevel, madeAt, videoSearch, materials }, isOpenAtFirst, onExplain }: OneSkillProps) {
  const { t } = useTranslation(['study', 'common']);
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? materials : materials.slice(0, shownAtFirst);
  const finished = materials.filter(({ isFinished }) => isFinished).length;
  const about = [fromLevel === 0 ? t('levels.upTo', { to: t(`common:level.${String(toLevel)}`) }) : t('levels', { from: t(`common:level.${String(fromLevel)}`), to: t(`common:level.${String(toLevel)}`) }), ...(madeAt === null ? [] : [t('materials.count', { count: materials.length })]), ...(finished > 0 ? [t('materials.finished', { count: finished })] : [])];
  return (
    <Stack component="section" gap="xs" py="sm" aria-labelledby={`skill-${skillId}`} style={{ borderTop: '1px solid var(--mantine-color-default-border)' }}>
      <Title order={2} fz="h3">
        <UnstyledButton w="100%" mih={44} aria-expanded={isOpen} aria-controls={`materials-${skillId}`} onClick={() => { setIsOpen(!isOpen); }}>
          <Group justify="space-between" wrap="nowrap" gap="sm">
            <Stack gap={0} miw={0}>
              <span id={`skill-${skillId}`}>{skillName}</span>
              <Text span size="sm" c="dimmed" fw={400}>{about.join(' · ')}</Text>
            </Stack>
            <span aria-hidden="true" style={{ flex: 'none', display: 'grid', transform: isOpen ? 'rotate(-90deg)' : 'rotate(90deg)' }}><Icon name="arrow" size={18} /></span>
          </Group>
        </UnstyledButton>
      </Title>
      {madeAt === null && <Text c="dimmed" role="status">{t('making')}</Text>}
      <Stack id={`materials-${skillId}`} gap="xs" hidden={!isOpen} style={isOpen ? undefined : { display: 'none' }}>
        {madeAt !== null && materials.length === 0 && <Text c="dimmed">{t('materials.none')}</Text>}
        {videoSearch === 'failed' && <Text size="sm" c="dimmed">{t('videos.failed')}</Text>}
        <Stack component="ul" m={0} p={0} gap={0}>{shown.map((material) => <MaterialRow key={`${material.source}:${material.id}`} material={material} onExplain={onExplain} />)}</Stack>
        {!isWhole && materials.length > shown.length && <Anchor component="button" type="button" mih={44} ta="start" onClick={() => { setIsWhole(true); }}>{t('materials.more', { count: materials.length - shown.length })}<span className="cairn-visually-hidden">{` (${skillName})`}</span></Anchor>}
      </Stack>
    </Stack>
  );
}

const minutesOfHour = 60;

function MaterialRow({ material, onExplain }: { material: Material; onExplain: (subject: EvidenceSubject) => void }) {
  const { t, i18n } = useTranslation(['study', 'reasons', 'common']);
  const { source, id, title, url, provider, kind, cost, language, minutes, isFinished, score, reasons } = material;
  const long = minutes >= 2 * minutesOfHour ? t('hours', { count: Math.round(minutes / minutesOfHour) }) : t('minutes', { count: minutes });
  const about = source === 'lesson' ? [t('source.lesson'), long] : [provider, t(`kind.${kind}`), t(`cost.${cost}`), t(`reasons:language.${language}`, { defaultValue: language }), long];
  return (
    <Stack component="li" gap={2} py="xs" style={{ listStyle: 'none', borderBottom: '1px solid var(--mantine-color-default-border)' }}>
      <Group gap="xs">
        {url === null
          ? <Anchor renderRoot={(props) => <Link {...props} to="/study/lessons/$lessonId" params={{ lessonId: id }} />} mih={32}>{title}</Anchor>
          : <Anchor href={url} target="_blank" rel="noopener noreferrer" mih={32}>{title}<span aria-hidden="true">{' ↗'}</span><span className="cairn-visually-hidden">{` (${t('newTab')})`}</span></Anchor>}
        {isFinished && <Badge variant="light" tt="none">{t('finished')}</Badge>}
        {source === 'found' && <Badge variant="outline" color="gray" tt="none">{t('source.found')}</Badge>}
      </Group>
      <Text size="sm" c="dimmed" component="div">
        {about.join(' · ')}{' '}
        <Anchor component="button" type="button" size="sm" mih={32} aria-label={`${title}: ${t('why')}`} onClick={() => { onExplain({ title, value: t('score', { score: formatNumber(score * 100, i18n.language) }), reasons }); }}>{t('why')}</Anchor>
      </Text>
    </Stack>
  );
}
