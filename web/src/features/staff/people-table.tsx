import type { Api } from '@cairn/contracts';
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../lib/format.ts';
import { memberRoles, type MemberRole } from './member-roles.ts';
import classes from './people-table.module.css';

type Person = Api['GET /people']['answer']['items'][number];

interface PeopleTableProps {
  people: readonly Person[];
  /** Another search is under way; what is shown is the last one's. */
  isBusy: boolean;
  mayManage: (person: Person) => boolean;
  onRole: (id: string, role: MemberRole) => void;
}

/** A table; on phones each row stands as a block. The roles are named, since browsers forget them when a table is laid out otherwise. */
export function PeopleTable({ people, isBusy, mayManage, onRole }: PeopleTableProps) {
  const { t, i18n } = useTranslation('staff');
  return (
    <table role="table" className={classes['people']} aria-label={t('people.title')} aria-busy={isBusy}>
      <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">{t('people.name')}</th><th role="columnheader" scope="col">{t('people.role')}</th><th role="columnheader" scope="col">{t('people.seen')}</th></tr></thead>
      <tbody role="rowgroup">
        {people.map((person) => (
          <tr key={person.id} role="row">
            <td role="cell" className={classes['who']}><span className={classes['name']} title={person.name}>{person.name}</span><span className={classes['email']} title={person.email}>{person.email}{person.affiliation === 'guest' && ` · ${t('people.guest')}`}</span></td>
            <td role="cell" className={classes['role']}>
              {mayManage(person)
                ? <NativeSelect aria-label={t('people.roleOf', { name: person.name })} size="md" value={person.role} data={memberRoles.map((role) => ({ value: role, label: t(`role.${role}`) }))} onChange={(event) => { onRole(person.id, event.currentTarget.value as MemberRole); }} />
                : t(`role.${person.role}`)}
            </td>
            <td role="cell" className={classes['seen']}><span className={classes['only']}>{t('people.seen')}{' '}</span>{person.lastSeenAt === null ? t('people.never') : formatInstant(person.lastSeenAt, i18n.language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
