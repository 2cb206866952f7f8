import { useTranslation } from 'react-i18next';
import { StandingSign, type Standing } from '../../ui/standing-sign.tsx';
import classes from './landing.module.css';

type Step = 'resume' | 'gap' | 'roadmap';

const found: readonly { key: 'first' | 'second' | 'third'; standing: Standing }[] = [
  { key: 'first', standing: 'met' },
  { key: 'second', standing: 'missing' },
  { key: 'third', standing: 'partial' },
];

/** What the step looks like, on a line anybody could have in a resume or an ad. */
export function Example({ step }: { step: Step }) {
  const { t } = useTranslation('landing');
  return (
    <figure className={classes['example']}>
      <figcaption>{t(`example.${step}.caption`)}</figcaption>
      {step === 'resume' && (
        <>
          <p className={classes['quote']}>{t('example.resume.before')}<mark>{t('example.resume.first')}</mark>{t('example.resume.between')}<mark>{t('example.resume.second')}</mark>{t('example.resume.after')}</p>
          <ul>
            <li><b>{t('example.resume.first')}</b><span>{t('example.resume.firstLevel')}</span></li>
            <li><b>{t('example.resume.second')}</b><span>{t('example.resume.secondLevel')}</span></li>
          </ul>
        </>
      )}
      {step === 'gap' && (
        <>
          <p className={classes['quote']}>{t('example.gap.ad')}</p>
          <ul>
            {found.map(({ key, standing }) => <li key={key}><StandingSign standing={standing} /><b>{t(`example.gap.${key}`)}</b><span>{t(`example.gap.${key}Why`)}</span></li>)}
          </ul>
        </>
      )}
      {step === 'roadmap' && (
        <ol>
          {(['first', 'second', 'third'] as const).map((key) => <li key={key}><b>{t(`example.roadmap.${key}`)}</b><span>{t(`example.roadmap.${key}Hours`)}</span></li>)}
        </ol>
      )}
    </figure>
  );
}
