import type { User } from '@cairn/contracts';
import { useMantineColorScheme } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call } from './api.ts';
import { changeLanguage, languageNamed, type Language } from './i18n.ts';
import { meQuery, useMe } from './session.ts';

type Theme = User['theme'];

/** The account's language and theme hold wherever its owner signs in. Applied when they change, not on every render: a choice made here may still be on its way to the account. */
export function useStoredPreferences(): void {
  const me = useMe();
  const { setColorScheme } = useMantineColorScheme();
  const queryClient = useQueryClient();
  const theme = me?.theme;
  const language = me ? languageNamed(me.language) : undefined;
  useEffect(() => {
    if (theme) setColorScheme(theme === 'system' ? 'auto' : theme);
  }, [theme]);
  useEffect(() => {
    if (language) void changeLanguage(language);
  }, [language]);
  const { timeZone: here } = Intl.DateTimeFormat().resolvedOptions();
  const stored = me?.timeZone;
  useEffect(() => {
    // Somebody who travels takes their days along. What cannot be stored now is tried on the next page.
    if (stored !== undefined && stored !== here) call('PATCH /me', { body: { timeZone: here } }).then((changed) => { queryClient.setQueryData(meQuery.queryKey, changed); }, () => undefined);
  }, [stored, here]);
}

/** Changes the page at once and the account behind it. What could not be stored still holds on this page; `storing` tells. */
export function useChangePreferences() {
  const queryClient = useQueryClient();
  const { setColorScheme } = useMantineColorScheme();
  const storing = useMutation({
    mutationFn: (change: { language?: Language; theme?: Theme }) => call('PATCH /me', { body: change }),
    onSuccess: (me) => { queryClient.setQueryData(meQuery.queryKey, me); },
  });
  return {
    storing,
    changeOwnLanguage: (language: Language) => { void changeLanguage(language); storing.mutate({ language }); },
    changeOwnTheme: (theme: Theme) => { setColorScheme(theme === 'system' ? 'auto' : theme); storing.mutate({ theme }); },
  };
}
