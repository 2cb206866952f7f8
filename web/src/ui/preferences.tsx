import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { changeLanguage, type Language } from '../lib/i18n.ts';
import { HindiLettering } from './hindi-lettering.tsx';
import classes from './preferences.module.css';

interface LanguageSwitchProps {
  /** Left out, this page alone changes. */
  onChange?: (language: Language) => void;
}

/** The other language, named in itself, so that whoever needs it can read it. */
export function LanguageSwitch({ onChange }: LanguageSwitchProps) {
  const { i18n } = useTranslation('common');
  const other = i18n.language === 'hi' ? { code: 'en', name: 'English' } as const : { code: 'hi', name: 'हिन्दी' } as const;
  return (
    <button type="button" className={classes['switch']} lang={other.code} aria-label={other.name} onClick={() => { if (onChange) onChange(other.code); else void changeLanguage(other.code); }}>
      {other.code === 'hi' ? <HindiLettering /> : other.name}
    </button>
  );
}

interface SchemeSwitchProps {
  onChange?: (scheme: 'light' | 'dark') => void;
}

export function SchemeSwitch({ onChange }: SchemeSwitchProps) {
  const { t } = useTranslation('common');
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const other = scheme === 'light' ? 'dark' : 'light';
  return (
    <button type="button" className={classes['switch']} aria-label={t(`scheme.${other}`)} onClick={() => { if (onChange) onChange(other); else setColorScheme(other); }}>
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        {scheme === 'light'
          ? <path d="M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7Z" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinejoin="round" />
          : <g fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round"><circle cx="10" cy="10" r="3.6" /><path d="M10 1.8v2M10 16.2v2M1.8 10h2M16.2 10h2M4.2 4.2l1.4 1.4M14.4 14.4l1.4 1.4M4.2 15.8l1.4-1.4M14.4 5.6l1.4-1.4" /></g>}
      </svg>
    </button>
  );
}
