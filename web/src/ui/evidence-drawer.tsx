import { Box, Divider, Drawer, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../lib/format.ts';
import './marks.css';
import './style-nonce.ts';
import { useReasonWords, type SaidMessage } from './reason-words.ts';

interface EvidenceItem {
  source: string;
  text?: string;
  page?: number;
  line?: number;
  id?: string;
  start?: number;
  end?: number;
}

interface ReasonItem {
  what: SaidMessage;
  effect: number;
  evidence: readonly EvidenceItem[];
}

export interface EvidenceSubject {
  title: string;
  /** The number, worded with its unit. */
  value?: string;
  /** The formula in words; left out, it is worded from the formulas the reasons name. */
  formula?: string;
  reasons: readonly ReasonItem[];
  evidence?: readonly EvidenceItem[];
  /** The text that offsets of job-ad evidence point into: a sentence is then shown where it stands. */
  adText?: string | null;
}

interface EvidenceDrawerProps {
  subject: EvidenceSubject | null;
  onClose: () => void;
}

/** The same drawer everywhere: the number, the formula in words, the reasons as signed bars, the lines behind them. */
export function EvidenceDrawer({ subject, onClose }: EvidenceDrawerProps) {
  const { t } = useTranslation('common');
  return (
    <Drawer opened={subject !== null} onClose={onClose} position="right" size="md" title={subject?.title ?? ''} closeButtonProps={{ 'aria-label': t('close') }} attributes={{ header: { role: 'presentation' } }}>
      {subject && <EvidenceContent subject={subject} />}
    </Drawer>
  );
}

function EvidenceContent({ subject }: { subject: EvidenceSubject }) {
  const { t } = useTranslation(['common', 'reasons']);
  const adText = subject.adText ?? null;
  const formulas = subject.formula ? [subject.formula] : formulaIds(subject).map((id) => t(`reasons:formula.${id}`, { defaultValue: '' })).filter((words) => words !== '');
  return (
    <Stack gap="lg">
      {subject.value && <Title order={2}>{subject.value}</Title>}
      <ReasonList reasons={subject.reasons} adText={adText} />
      {subject.evidence && subject.evidence.length > 0 && (
        <Stack gap="xs">
          <Divider />
          <Title order={3}>{t('evidence.lines')}</Title>
          <EvidenceLines evidence={subject.evidence} adText={adText} />
        </Stack>
      )}
      {formulas.length > 0 && (
        <Stack gap="xs">
          <Divider />
          <Title order={3}>{t('evidence.formula')}</Title>
          {formulas.map((words) => <Text key={words} size="sm" c="dimmed">{words}</Text>)}
        </Stack>
      )}
    </Stack>
  );
}

function formulaIds({ reasons }: EvidenceSubject): string[] {
  return [...new Set(reasons.flatMap(({ evidence }) => evidence.flatMap(({ source, id }) => (source === 'formula' && id !== undefined ? [id] : []))))];
}

function ReasonList({ reasons, adText }: { reasons: readonly ReasonItem[]; adText: string | null }) {
  const { t, i18n } = useTranslation('common');
  const words = useReasonWords();
  const largest = Math.max(...reasons.map(({ effect }) => Math.abs(effect)), Number.EPSILON);
  const fresh = shownOnce(reasons);
  if (reasons.length === 0) return <Text c="dimmed">{t('evidence.none')}</Text>;
  return (
    <Stack gap="md" component="ul" m={0} p={0}>
      {reasons.map((reason, index) => (
        <Stack key={`${reason.what.code}-${String(index)}`} gap={4} component="li" style={{ listStyle: 'none' }}>
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <Text size="sm">{words(reason.what)}</Text>
            {reason.effect !== 0 && <Text size="sm" fw={600} style={{ whiteSpace: 'nowrap' }}>{`${reason.effect > 0 ? '+' : '−'}${formatNumber(Math.abs(reason.effect), i18n.language, 2)}`}</Text>}
          </Group>
          {reason.effect !== 0 && <SignedBar share={reason.effect / largest} />}
          <EvidenceLines evidence={fresh[index] ?? []} adText={adText} />
        </Stack>
      ))}
    </Stack>
  );
}

/** A line behind several reasons is shown under the first of them. */
function shownOnce(reasons: readonly ReasonItem[]): EvidenceItem[][] {
  const seen = new Set<string>();
  return reasons.map(({ evidence }) => evidence.filter((item) => {
    const key = JSON.stringify(item);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  }));
}

/** `share` from -1 to 1, drawn from the middle. */
function SignedBar({ share }: { share: number }) {
  const width = `${String(Math.abs(share) * 50)}%`;
  return (
    <Box h={6} pos="relative" bg="var(--cairn-track)" style={{ borderRadius: 3 }} aria-hidden="true">
      <Box pos="absolute" h="100%" w={width} bg={share >= 0 ? 'var(--cairn-match)' : 'var(--cairn-missing)'} style={{ borderRadius: 3, insetInlineStart: share >= 0 ? '50%' : `calc(50% - ${width})` }} />
    </Box>
  );
}

export function EvidenceLines({ evidence, adText = null }: { evidence: readonly EvidenceItem[]; adText?: string | null }) {
  const { t } = useTranslation('common');
  const lines = evidence.filter((item) => item.text !== undefined);
  if (lines.length === 0) return null;
  return (
    <Stack gap={6}>
      {lines.map((item, index) => (
        <Box key={index} ps="sm" style={{ borderInlineStart: '3px solid var(--mantine-color-default-border)' }}>
          <Text size="sm" component="div"><InPlace item={item} adText={adText} /></Text>
          <Text size="xs" c="dimmed">
            {item.source === 'resume' ? t('evidence.resumeLine', { page: item.page, line: item.line }) : t(`evidence.${item.source}`)}
          </Text>
        </Box>
      ))}
    </Stack>
  );
}

/** Code units of the ad shown on either side of a sentence. */
const contextLength = 60;

/** A sentence of the ad is marked where it stands; any other line is shown as it is. */
function InPlace({ item, adText }: { item: EvidenceItem; adText: string | null }) {
  const { start, end } = item;
  if (adText === null || item.source !== 'job-ad' || start === undefined || end === undefined) return item.text;
  const before = adText.slice(Math.max(0, start - contextLength), start).split('\n').at(-1) ?? '';
  const after = adText.slice(end, end + contextLength).split('\n')[0] ?? '';
  return (
    <>
      <Text span c="dimmed" inherit>{before}</Text>
      <mark className="cairn-mark">{adText.slice(start, end)}</mark>
      <Text span c="dimmed" inherit>{after}</Text>
    </>
  );
}
