/** The work list as a real table; at 320 px each row becomes a card, with the headings as labels. */
import { useEffect, useRef } from 'react';
import { Button, Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { WorkRow } from '../../../server/contract.js';
import { formatDateTime } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { DueMark } from '../../ui/DueMark.js';
import { SortHeader } from '../../ui/SortHeader.js';

interface Props {
  rows: WorkRow[]; caption: string; sort: string; onSort: (sort: string) => void; me: string; current: number;
  selected: ReadonlySet<string>; onToggle: (id: string) => void; onToggleAll: () => void;
  onClaim: (row: WorkRow) => void; onRelease: (row: WorkRow) => void; busy: boolean; showDepartment: boolean;
}

export function WorkTable(props: Props) {
  const { t } = useWords();
  const { rows, sort, onSort, selected } = props;
  const all = rows.length > 0 && rows.every((row) => selected.has(row.id));
  const head = (column: string, key: string) => <SortHeader column={column} sort={sort} onSort={onSort}>{t(key)}</SortHeader>;
  return (
    <div className="df-table-wrap" data-list="true">
      <table className="df-table">
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col" style={{ width: 40 }}><Checkbox size="xs" checked={all} indeterminate={!all && selected.size > 0} onChange={props.onToggleAll} aria-label={t('work.selectAll')} /></th>
            {head('dossierNo', 'work.dossier')}
            <th scope="col">{t('work.applicant')}</th>
            <th scope="col">{t('work.step')}</th>
            <th scope="col">{t('work.assignee')}</th>
            {head('since', 'work.since')}
            {head('due', 'work.dueAt')}
            <th scope="col"><span className="df-visually-hidden">{t('work.actions')}</span></th>
          </tr>
        </thead>
        <tbody>{rows.map((row, index) => <Row key={row.id} row={row} isCurrent={index === props.current} {...props} />)}</tbody>
      </table>
    </div>
  );
}

function Row(props: Props & { row: WorkRow; isCurrent: boolean }) {
  const { row, isCurrent, me, selected, onToggle, onClaim, onRelease, busy } = props;
  const { t } = useWords();
  const ref = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (!isCurrent) return;
    ref.current?.scrollIntoView({ block: 'nearest' });
    ref.current?.querySelector<HTMLAnchorElement>('a')?.focus({ preventScroll: true });
  }, [isCurrent]);
  const no = row.dossierNo;
  return (
    <tr ref={ref} data-current={isCurrent} data-work={row.id}>
      <td><Checkbox size="xs" checked={selected.has(row.id)} onChange={() => onToggle(row.id)} aria-label={t('work.select', { no })} /></td>
      <td><Link to="/dossiers/$dossierId" params={{ dossierId: row.dossierId }}>{no}</Link></td>
      <td data-label={t('work.applicant')}>{row.applicant}</td>
      <td data-label={t('work.step')}>{row.step}<span className="df-sub">{props.showDepartment ? `${row.procedureName} · ${row.departmentName}` : row.procedureName}</span></td>
      <td data-label={t('work.assignee')}>{row.assigneeName ?? <span className="df-sub">{t(`workStatus.${row.status}`)}</span>}</td>
      <td className="df-number" data-label={t('work.since')}>{formatDateTime(row.since)}</td>
      <td data-label={t('work.dueAt')}><DueMark state={row.dueState} overdueMinutes={row.overdueMinutes} />{row.dueAt ? <span className="df-sub df-nowrap">{formatDateTime(row.dueAt)}</span> : null}</td>
      <td>
        {row.status === 'offered' ? <Button size="compact-sm" variant="light" disabled={busy} onClick={() => onClaim(row)} aria-label={t('work.claimOf', { no })}>{t('work.claim')}</Button> : null}
        {row.assignee === me ? <Button size="compact-sm" variant="default" disabled={busy} onClick={() => onRelease(row)} aria-label={t('work.releaseOf', { no })}>{t('work.release')}</Button> : null}
      </td>
    </tr>
  );
}
