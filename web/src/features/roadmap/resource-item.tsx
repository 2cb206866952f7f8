import { Anchor, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import type { EvidenceSubject } from '../../ui/evidence-drawer.tsx';
import { useFailureWords } from '../../ui/states.tsx';
import type { Resource } from './roadmap-model.ts';
import classes from './week.module.css';

interface ResourceItemProps {
  resource: Resource;
  /** It takes longer than the task's way to the level, so a part of it is meant. */
  isPart: boolean;
  isRateable: boolean;
  onExplain: (subject: EvidenceSubject) => void;
}

/** What to work with: opens beside Cairn; once the task is done it can be rated. */
export function ResourceItem({ resource, isPart, isRateable, onExplain }: ResourceItemProps) {
  const { t } = useTranslation(['roadmap', 'reasons']);
  const about = [resource.provider, t(`resource.kind.${resource.kind}`), t(`resource.cost.${resource.cost}`), t(`reasons:language.${resource.language}`, { defaultValue: resource.language }), t('hours', { count: resource.hours })];
  return (
    <li className={classes['resource']}>
      <Anchor href={resource.url} target="_blank" rel="noopener noreferrer" className={classes['link']}>
        <span>{isPart ? t('resource.partOf', { title: resource.title }) : resource.title}<span aria-hidden="true">{' ↗'}</span><span className="cairn-visually-hidden">{` (${t('resource.newTab')})`}</span></span>
      </Anchor>
      <Text size="sm" c="dimmed" component="div">
        {about.join(' · ')}{' '}
        <Anchor
          component="button" type="button" size="sm" mih={32} aria-label={`${resource.title}: ${t('resource.why')}`}
          onClick={() => { onExplain({ title: resource.title, value: t('resource.score', { score: Math.round(resource.score * 100) }), reasons: resource.reasons }); }}
        >
          {t('resource.why')}
        </Anchor>
      </Text>
      {isRateable && <Rating resource={resource} />}
    </li>
  );
}

const marks = [1, 2, 3, 4, 5] as const;

function Rating({ resource }: { resource: Resource }) {
  const { t } = useTranslation('roadmap');
  const failureWords = useFailureWords();
  const rate = useMutation({ mutationFn: (rating: number) => call('PUT /resources/:resourceId/rating', { params: { resourceId: resource.resourceId }, body: { rating } }) });
  const given = rate.isError ? 0 : (rate.variables ?? 0);
  return (
    <div>
      <fieldset className={classes['stars']}>
        <legend className="cairn-visually-hidden">{t('resource.rate', { title: resource.title })}</legend>
        {marks.map((mark) => (
          <label key={mark} data-on={mark <= given || undefined}>
            <input type="radio" className="cairn-visually-hidden" name={`rating ${resource.resourceId} ${resource.skillId}`} value={mark} checked={mark === given} onChange={() => { rate.mutate(mark); }} aria-label={t('resource.stars', { count: mark })} />
            <svg width="22" height="22" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3.4 14.6 9l6 .7-4.4 4.1 1.2 6-5.4-3-5.4 3 1.2-6L3.4 9.7l6-.7Z" strokeLinejoin="round" /></svg>
          </label>
        ))}
        <Text size="sm" c="dimmed" ms="xs" role="status">{rate.isError ? failureWords(rate.error).title : given > 0 ? t('resource.rated') : t('resource.rateShort')}</Text>
      </fieldset>
    </div>
  );
}
