import { Button } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CairnMark } from '../../ui/cairn-mark.tsx';
import { Example } from './example.tsx';
import classes from './landing.module.css';
import { Trail } from './trail.tsx';

const steps = [{ step: 'resume', stones: 1 }, { step: 'gap', stones: 2 }, { step: 'roadmap', stones: 3 }] as const;
const promises = ['same', 'reasons', 'invented', 'yours'] as const;
const readers = ['student', 'college', 'developer'] as const;

/** What Cairn does, in the words of somebody who has a resume and a job in mind. One path runs down the page. */
export function LandingPage() {
  const { t } = useTranslation('landing');
  useDocumentTitle(t('documentTitle'));
  return (
    <div className={classes['page']}>
      <div className={classes['hero']}>
        <div>
          <h1>{t('title')}</h1>
          <p className={classes['lead']}>{t('lead')}</p>
          <div className={classes['actions']}>
            <Button component={Link} to="/sign-up" size="lg">{t('start')}</Button>
            <Button component={Link} to="/sign-in" size="lg" variant="default">{t('signIn')}</Button>
          </div>
          <p className={classes['quiet']}>{t('noModel')}</p>
        </div>
        <Trail labels={[t('trail.resume'), t('trail.gap'), t('trail.roadmap'), t('trail.work')]} description={t('trail.description')} />
      </div>

      <section aria-labelledby="how">
        <h2 id="how">{t('how.title')}</h2>
        <ol className={classes['path']}>
          {steps.map(({ step, stones }) => (
            <li key={step}>
              <span className={classes['stone']}><CairnMark size={40} stones={stones} /></span>
              <div className={classes['words']}>
                <h3>{t(`how.${step}.title`)}</h3>
                <p>{t(`how.${step}.text`)}</p>
              </div>
              <Example step={step} />
            </li>
          ))}
        </ol>
      </section>

      <section aria-labelledby="promises">
        <h2 id="promises">{t('promises.title')}</h2>
        <dl className={classes['promises']}>
          {promises.map((promise) => <div key={promise}><dt>{t(`promises.${promise}.title`)}</dt><dd>{t(`promises.${promise}.text`)}</dd></div>)}
        </dl>
      </section>

      <section aria-labelledby="readers">
        <h2 id="readers">{t('readers.title')}</h2>
        <div className={classes['readers']}>
          {readers.map((reader) => (
            <div key={reader}>
              <h3>{t(`readers.${reader}.title`)}</h3>
              <p>{t(`readers.${reader}.text`)}</p>
              {reader === 'developer' && <a href="/api/docs">{t('readers.developer.link')}</a>}
            </div>
          ))}
        </div>
      </section>

      <section className={classes['end']} aria-labelledby="end">
        <CairnMark size={64} />
        <h2 id="end">{t('end.title')}</h2>
        <p>{t('end.text')}</p>
        <Button component={Link} to="/sign-up" size="lg">{t('start')}</Button>
      </section>
    </div>
  );
}
