import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangePreferences } from '../lib/own-preferences.ts';
import { useMe } from '../lib/session.ts';
import { Icon } from '../ui/icons.tsx';
import { entriesFor, found, type Deed, type Entry } from './palette-entries.ts';
import classes from './palette.module.css';
import { signOut } from './sign-out.ts';

/** Type a few letters, go anywhere. The focus stays in the field; arrows move through the list, Enter chooses, Escape closes. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('palette');
  const { t: sayCommon } = useTranslation('common');
  const me = useMe();
  const listId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // The browser gives the focus back to where it was.
  const close = () => { dialog.current?.close(); };
  const act = useDeeds(close);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);

  const entries = found(entriesFor(me?.role ?? 'student', t, sayCommon), typed);
  const idOf = ({ id }: Entry) => `${listId}-${id.replaceAll('/', '-')}`;
  const active = entries[at];
  const activeId = active && idOf(active);
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && entries.length > 0) setAt((at + step + entries.length) % entries.length);
    // While letters of an Indic script are composed, Enter ends the word.
    else if (event.key === 'Enter' && active && !event.nativeEvent.isComposing) act(active.deed);
    else return;
    event.preventDefault();
  };
  const closeOutside = (event: MouseEvent<HTMLDialogElement>) => { if (event.target === event.currentTarget) close(); };

  return (
    <dialog ref={dialog} className={classes['dialog']} aria-label={t('title')} onClose={onClose} onClick={closeOutside}>
      <div className={classes['field']}>
        <Icon name="find" />
        <input
          role="combobox" aria-expanded="true" aria-autocomplete="list" aria-controls={listId} aria-activedescendant={activeId} aria-label={t('title')} placeholder={t('placeholder')}
          autoComplete="off" spellCheck={false} value={typed} onChange={(event) => { setTyped(event.currentTarget.value); setAt(0); }} onKeyDown={onKey}
        />
        <button type="button" className={classes['close']} aria-label={sayCommon('close')} onClick={close}><Icon name="close" /></button>
      </div>
      <div id={listId} role="listbox" aria-label={t('title')} className={classes['list']}>
        {entries.map((entry, index) => (
          <div
            key={entry.id} id={idOf(entry)} role="option" aria-selected={index === at} className={classes['entry']}
            onMouseMove={() => { setAt(index); }} onClick={() => { act(entry.deed); }}
          >
            <Icon name={entry.icon} />
            <span>{entry.label}</span>
            <span className={classes['group']}>{t(`group.${entry.group}`)}</span>
          </div>
        ))}
      </div>
      {entries.length === 0 && <p className={classes['nothing']}>{t('nothing')}</p>}
      <p role="status" className="cairn-visually-hidden">{typed === '' ? '' : t('found', { count: entries.length })}</p>
    </dialog>
  );
}

function useDeeds(close: () => void): (deed: Deed) => void {
  const navigate = useNavigate();
  const { changeOwnLanguage, changeOwnTheme } = useChangePreferences();
  return (deed) => {
    close();
    if (deed.kind === 'go') void navigate({ to: deed.to });
    else if (deed.kind === 'language') changeOwnLanguage(deed.language);
    else if (deed.kind === 'theme') changeOwnTheme(deed.theme);
    else void signOut();
  };
}
