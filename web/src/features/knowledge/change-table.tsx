import type { Api } from '@cairn/contracts';
import { useTranslation } from 'react-i18next';
import classes from './change-table.module.css';

type Change = Api['GET /knowledge/imports/:id']['answer']['changes']['items'][number];

/** A table; on phones each row stands as a block, of a new entry only with what it brings. The roles are named, since browsers forget them when a table is laid out otherwise. */
export function ChangeTable({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation('knowledge');
  return (
    <table role="table" className={classes['changes']} aria-labelledby="changes-heading">
      <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">{t('changes.entry')}</th><th role="columnheader" scope="col">{t('changes.before')}</th><th role="columnheader" scope="col">{t('changes.after')}</th></tr></thead>
      <tbody role="rowgroup">
        {changes.map(({ kind, id, before, after }) => {
          const old = before === null ? [] : namesOf(before);
          const added = namesOf(after).filter((name) => !old.includes(name));
          return (
            <tr key={`${kind}/${id}`} role="row" data-new={before === null || undefined}>
              <td role="cell"><strong>{String(after['name'])}</strong><br /><span className={classes['quiet']}>{[t(`kind.${kind}`), ...(before === null ? [t('changes.isNew')] : [])].join(' · ')}</span></td>
              <td role="cell"><span className={classes['only']}>{t('changes.before')}: </span>{before === null ? t('changes.new') : namesLine(old)}</td>
              <td role="cell" data-empty={(added.length === 0 && kind !== 'role') || undefined}><span className={classes['only']}>{t('changes.after')}: </span>{before === null && kind === 'role' && `${t('changes.asks', { count: asked(after) })}. `}{namesLine(added, before === null ? '' : '+ ')}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );

  function namesLine(names: readonly string[], mark = ''): string {
    return names.length === 0 ? '–' : `${mark}${t('changes.names', { names: names.join(', ') })}`;
  }
}

function namesOf(entry: Record<string, unknown>): string[] {
  return ((entry['aliases'] ?? entry['titles'] ?? []) as unknown[]).map(String);
}

function asked(entry: Record<string, unknown>): number {
  return ['must', 'should', 'nice'].reduce((sum, field) => sum + ((entry[field] as unknown[] | undefined)?.length ?? 0), 0);
}
