import { Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CairnMark } from '../../ui/cairn-mark.tsx';
import { stones, type Journey, type Stone } from './journey.ts';
import classes from './dashboard.module.css';

/** The four stones of the way so far, as a path. */
export function JourneyTrail({ journey }: { journey: Journey }) {
  const { t } = useTranslation('dashboard');
  const next = stones.find((stone) => !journey.placed.includes(stone));
  return (
    <section aria-labelledby="journey-heading">
      <Title order={2} id="journey-heading" className="cairn-visually-hidden">{t('journey.title')}</Title>
      <ol className={classes['journey']}>
        {stones.map((stone, index) => {
          const isPlaced = journey.placed.includes(stone);
          return (
            <li key={stone} className={classes['stone']} data-placed={isPlaced || undefined}>
              {index < stones.length - 1 && (
                <svg className={classes['stretch']} viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                  <path d={index % 2 === 0 ? 'M0 12C30 24 70 0 100 12' : 'M0 12C30 0 70 24 100 12'} vectorEffect="non-scaling-stroke" />
                </svg>
              )}
              <StoneLink stone={stone} journey={journey}>
                <span className={classes['mark']}><CairnMark size={36} stones={isPlaced ? 3 : stone === next ? 1 : 0} /></span>
                <Text component="span" size="sm" fw={stone === next ? 600 : 400}>{t(`journey.${stone}`)}</Text>
                <Text component="span" size="xs" c="dimmed">{t(isPlaced ? 'journey.done' : stone === next ? 'journey.next' : 'journey.ahead')}</Text>
              </StoneLink>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function StoneLink({ stone, journey, children }: { stone: Stone; journey: Journey; children: ReactNode }) {
  const className = classes['stoneLink'] ?? '';
  if (stone === 'resume') return journey.resumeId === null ? <Link to="/resumes" className={className}>{children}</Link> : <Link to="/resumes/$resumeId" params={{ resumeId: journey.resumeId }} className={className}>{children}</Link>;
  if (stone === 'gap') return journey.gap === null ? <Link to="/gaps" className={className}>{children}</Link> : <Link to="/gaps/$skillGapId" params={{ skillGapId: journey.gap.id }} className={className}>{children}</Link>;
  if (journey.roadmapId === null) return <Link to="/roadmaps" className={className}>{children}</Link>;
  return <Link to="/roadmaps/$roadmapId" params={{ roadmapId: journey.roadmapId }} className={className}>{children}</Link>;
}
