/** The people of the agency, a page at a time: where they work, what they may do, and what they hold. */
import { Fragment, useCallback, useState } from 'react';
import { Badge, Button, Group, NativeSelect, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { OrganisationView, StaffRow } from '../../../server/contract.js';
import { staffQuery } from '../../api/organisation.js';
import { formatDate } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { Pager } from '../../ui/Pager.js';
import { SearchField } from '../../ui/SearchField.js';
import { Answered } from '../../ui/states.js';
import { HandOverForm } from './HandOver.js';
import { PasswordReset } from './PasswordReset.js';
import { PersonForm } from './PersonForm.js';

const NEW = '';

export function People({ view }: { view: OrganisationView }) {
  const { t } = useWords();
  const [asked, setAsked] = useState({ q: '', department: '', page: 1 });
  const [editing, setEditing] = useState<string | null>(null);
  const query = useQuery(staffQuery(asked));
  const close = () => setEditing(null);
  const search = useCallback((q: string) => setAsked((before) => ({ ...before, q, page: 1 })), []);
  return (
    <Paper p="md" component="section" aria-labelledby="people-title">
      <Group justify="space-between" mb="sm"><Title order={2} id="people-title">{t('org.people')}</Title>
        {view.mayChange ? <Button size="xs" variant="default" aria-expanded={editing === NEW} onClick={() => setEditing(NEW)} data-new-person>{t('org.newPerson')}</Button> : null}</Group>
      {editing === NEW ? <PersonForm view={view} onClose={close} onSaved={search} /> : null}
      <Group gap="sm" mb="sm" align="flex-end">
        <SearchField label={t('org.search')} value={asked.q} onSearch={search} />
        <NativeSelect label={t('org.filter')} value={asked.department} onChange={(event) => { const department = event.currentTarget.value; setAsked((before) => ({ ...before, department, page: 1 })); }}
          data={[{ value: '', label: t('org.everyDepartment') }, ...view.departments.map(({ id, name }) => ({ value: id, label: name }))]} />
      </Group>
      <Answered query={query}>{({ items, total, pageSize }) => (total === 0 ? <Text size="sm">{t('org.none')}</Text> : (
        <>
          <div className="df-table-wrap" data-list="true" tabIndex={0} role="group" aria-labelledby="people-title">
            <table className="df-table">
              <caption>{t('org.caption', { total })}</caption>
              <thead><tr>{['person', 'inDepartments', 'roles', 'held', 'state'].map((each) => <th key={each} scope="col">{t(`org.${each}`)}</th>)}{view.mayChange ? <th scope="col"><span className="df-visually-hidden">{t('org.actions')}</span></th> : null}</tr></thead>
              <tbody>{items.map((row) => (
                <Fragment key={row.id}>
                  <Row view={view} row={row} open={editing} onOpen={(what) => setEditing(editing === what ? null : what)} />
                  {editing === row.id ? <tr><td colSpan={6}><PersonForm view={view} row={row} onClose={close} /></td></tr> : null}
                  {editing === ofWork(row) ? <tr><td colSpan={6}><HandOverForm row={row} onClose={close} /></td></tr> : null}
                  {editing === ofPassword(row) ? <tr><td colSpan={6}><PasswordReset row={row} onClose={close} /></td></tr> : null}
                </Fragment>
              ))}</tbody>
            </table>
          </div>
          <Pager page={asked.page} pageSize={pageSize} total={total} onPage={(page) => setAsked((before) => ({ ...before, page }))} />
        </>
      ))}</Answered>
    </Paper>
  );
}

/** What is open below a row: the form of the person, that of the password, or that of the work to be handed over. */
const ofPassword = ({ id }: StaffRow): string => `password:${id}`;
const ofWork = ({ id }: StaffRow): string => `work:${id}`;

function Row({ view, row, open, onOpen }: { view: OrganisationView; row: StaffRow; open: string | null; onOpen: (what: string) => void }) {
  const { t } = useWords();
  const names = (of: readonly { id: string; name: string }[], ids: readonly string[]): string => ids.map((id) => of.find((each) => each.id === id)?.name ?? id).join(', ');
  const period = ({ from, to }: { from?: string; to?: string }): string => [from && t('org.since', { day: formatDate(`${from}T00:00:00+07:00`) }), to && t('org.lastDay', { day: formatDate(`${to}T00:00:00+07:00`) })].filter(Boolean).join(' ');
  const held = row.held === 0 ? '–' : t(row.active ? 'org.heldNow' : 'org.heldLeft', { n: row.held });
  return (
    <tr data-person={row.id}>
      <td>{row.name}<span className="df-sub">{[row.position, row.id, period(row)].filter(Boolean).join(' · ')}</span></td>
      <td data-label={t('org.inDepartments')}>{names(view.departments, row.departmentIds)}{row.posts.map((post, n) => <span className="df-sub" key={n}>{[post.title, names(view.departments, [post.departmentId]), period(post)].filter(Boolean).join(' · ')}</span>)}</td>
      <td data-label={t('org.roles')}>{names(view.roles, row.roles)}{row.posts.map((post, n) => <span className="df-sub" key={n}>{names(view.roles, post.roles)}</span>)}</td>
      <td data-label={t('org.held')}>{held}</td>
      <td data-label={t('org.state')}><Badge variant="outline" color={row.active ? 'green.9' : 'gray.7'} style={{ overflow: 'visible' }} styles={{ label: { overflow: 'visible' } }} miw="max-content">{t(row.active ? 'org.working' : 'org.left')}</Badge></td>
      {view.mayChange ? (
        <td>{[{ what: row.id, label: 'edit', there: true }, { what: ofPassword(row), label: 'reset', there: row.active }, { what: ofWork(row), label: 'handOver', there: !row.active && row.held > 0 }].filter(({ there }) => there).map(({ what, label }) => (
          <Button key={what} variant="subtle" size="compact-sm" aria-label={t(`org.${label}Of`, { name: row.name })} aria-expanded={open === what} onClick={() => onOpen(what)}>{t(`org.${label}`)}</Button>
        ))}</td>
      ) : null}
    </tr>
  );
}
