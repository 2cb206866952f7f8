import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';

export const languages = ['en', 'hi'] as const;
export type Language = (typeof languages)[number];

const files = import.meta.glob<{ default: Record<string, string> }>('../locales/*/*.json');

/** Each language's namespace is a chunk of its own, loaded when a page first asks for it. */
const localeFiles: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    const load = files[`../locales/${language}/${namespace}.json`];
    if (!load) {
      done(new Error(`There is no locale file ${language}/${namespace}.json`), false);
      return;
    }
    load().then((file) => done(null, file.default), (cause: unknown) => done(cause as Error, false));
  },
};

const storedLanguage = 'cairn.language';

export function preferredLanguage(): Language {
  const stored = localStorage.getItem(storedLanguage);
  const wanted = stored ?? navigator.languages.find((tag) => languages.some((language) => tag.startsWith(language)))?.slice(0, 2);
  return languages.find((language) => language === wanted) ?? 'en';
}

export async function startTranslation(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next
    .use(localeFiles)
    .use(initReactI18next)
    .init({
      lng: preferredLanguage(),
      fallbackLng: 'en',
      supportedLngs: [...languages],
      load: 'languageOnly',
      ns: ['common'],
      defaultNS: 'common',
      keySeparator: false,
      nsSeparator: ':',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
  document.documentElement.lang = i18next.language;
}

export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(storedLanguage, language);
  await i18next.changeLanguage(language);
}
