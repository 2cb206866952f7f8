import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { keep, readKept } from './kept.ts';

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
  const wanted = readKept(storedLanguage) ?? navigator.languages.find((tag) => languages.some((language) => tag.startsWith(language)))?.slice(0, 2);
  return languages.find((language) => language === wanted) ?? 'en';
}

/** Resolves when the words that every page needs are there. Namespaces can be asked for at once. */
export async function startTranslation(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next
    .use(localeFiles)
    .use(initReactI18next)
    .init({
      lng: preferredLanguage(),
      // Every key is there in every language (locales.test.ts), so nobody loads a second one to fall back on.
      fallbackLng: false,
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
  keep(storedLanguage, language);
  await i18next.changeLanguage(language);
}

/** Asks for the words of a page while its code is on the way. */
export async function loadWords(namespaces: readonly string[]): Promise<void> {
  await i18next.loadNamespaces(namespaces);
}

/** The language of an account, where it is one that the pages speak. */
export function languageNamed(code: string): Language | undefined {
  return languages.find((language) => language === code);
}
