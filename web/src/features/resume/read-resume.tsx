import { Alert, SegmentedControl, Stack } from '@mantine/core';
import type { ResumeAnswer } from '@cairn/contracts';
import { useMediaQuery } from '@mantine/hooks';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EvidenceDrawer, type EvidenceSubject } from '../../ui/evidence-drawer.tsx';
import { useReasonWords } from '../../ui/reason-words.ts';
import { DocumentPages } from './document-pages.tsx';
import { ReadFields } from './read-fields.tsx';
import classes from './resume.module.css';
import { allFields, linesBehind, pathsFrom } from './resume-model.ts';
import { ReadSkills } from './read-skills.tsx';

type Side = 'fields' | 'document';

/** The document beside what was read: each shows where the other comes from. */
export function ReadResume({ resume }: { resume: ResumeAnswer }) {
  const { t } = useTranslation('resume');
  const words = useReasonWords();
  const isWide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const [side, setSide] = useState<Side>('fields');
  const [lines, setLines] = useState<ReadonlySet<string>>(new Set());
  const [paths, setPaths] = useState<ReadonlySet<string>>(new Set());
  const [subject, setSubject] = useState<EvidenceSubject | null>(null);
  const fieldsAt = useRef<HTMLDivElement>(null);
  const fields = useMemo(() => allFields(resume.fields, resume.corrections), [resume]);

  const selectField = (path: string, only?: readonly string[]) => {
    const field = fields.find((one) => one.path === path);
    setPaths(new Set([path]));
    setLines(new Set(only ?? (field ? linesBehind(field) : [])));
  };
  const selectLine = (key: string) => {
    const found = pathsFrom(fields, key);
    setLines(new Set([key]));
    setPaths(new Set(found));
    const [first] = found;
    if (first === undefined) return;
    if (!isWide) setSide('fields');
    // The fields may be hidden until the side is shown.
    requestAnimationFrame(() => { fieldsAt.current?.querySelector(`[data-path="${CSS.escape(first)}"]`)?.scrollIntoView({ block: 'center' }); });
  };

  return (
    <>
      {resume.warnings.length > 0 && (
        <Stack gap="xs">{resume.warnings.map((warning, index) => <Alert key={`${warning.code}-${String(index)}`} color="amber" variant="light">{words(warning)}</Alert>)}</Stack>
      )}
      {!isWide && <SegmentedControl fullWidth size="md" value={side} onChange={(value) => { setSide(value === 'document' ? 'document' : 'fields'); }} data={[{ value: 'fields', label: t('side.fields') }, { value: 'document', label: t('side.document') }]} aria-label={t('side.label')} bg="var(--cairn-track)" className={classes['sides']} />}
      <div className={classes['beside']}>
        <div ref={fieldsAt} hidden={!isWide && side !== 'fields'}>
          <Stack gap="xl">
            <ReadFields resume={resume} selected={paths} onSelect={selectField} onShowDocument={isWide ? null : () => { setSide('document'); }} />
            <ReadSkills resume={resume} onExplain={setSubject} />
          </Stack>
        </div>
        <div className={classes['document']} hidden={!isWide && side !== 'document'}>
          <DocumentPages resume={resume} highlighted={lines} isShown={isWide || side === 'document'} onSelect={selectLine} />
        </div>
      </div>
      <EvidenceDrawer subject={subject} onClose={() => { setSubject(null); }} />
    </>
  );
}
