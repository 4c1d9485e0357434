/** The work list as a real table; at 320 px each row becomes a card, with the headings as labels. */
import { useEffect, useRef, type ReactNode } from 'react';
import { Button, Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { WorkRow } from '../../../server/contract.js';
import { formatDateTime } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { DueMark } from '../../ui/DueMark.js';
import { SortHeader } from '../../ui/SortHeader.js';
import type { Column, Density } from './search.js';

interface Props {
  rows: WorkRow[]; caption: string; columns: readonly Column[]; density: Density; sort: string; onSort: (sort: string) => void; me: string; current: string | undefined;
  selected: ReadonlySet<string>; onToggle: (id: string) => void; onToggleAll: () => void;
  onClaim: (row: WorkRow) => void; onRelease: (row: WorkRow) => void; busy: boolean;
}
const SORTED: readonly Column[] = ['since', 'due'];
const NUMBERS: readonly Column[] = ['since', 'stepDue'];

export function WorkTable(props: Props) {
  const { t } = useWords();
  const { rows, columns, sort, onSort, selected } = props;
  const all = rows.length > 0 && rows.every((row) => selected.has(row.id));
  const head = (column: string, key: string) => <SortHeader key={column} column={column} sort={sort} onSort={onSort}>{t(key)}</SortHeader>;
  return (
    <div className="df-table-wrap" data-list="true">
      <table className="df-table" data-density={props.density}>
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col" style={{ width: 40 }}><Checkbox size="xs" checked={all} indeterminate={!all && selected.size > 0} onChange={props.onToggleAll} aria-label={t('work.selectAll')} /></th>
            {head('dossierNo', 'work.dossier')}
            {columns.map((column) => (SORTED.includes(column) ? head(column, `work.column.${column}`) : <th key={column} scope="col">{t(`work.column.${column}`)}</th>))}
            <th scope="col"><span className="df-visually-hidden">{t('work.actions')}</span></th>
          </tr>
        </thead>
        <tbody>{rows.map((row) => <Row key={row.id} row={row} isCurrent={row.id === props.current} {...props} />)}</tbody>
      </table>
    </div>
  );
}

function Row(props: Props & { row: WorkRow; isCurrent: boolean }) {
  const { row, isCurrent, columns, me, selected, onToggle, onClaim, onRelease, busy } = props;
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
      {columns.map((column) => <td key={column} className={NUMBERS.includes(column) ? 'df-number' : undefined} data-label={t(`work.column.${column}`)}><Cell column={column} row={row} columns={columns} /></td>)}
      <td>
        {row.mayClaim ? <Button size="compact-sm" variant="light" disabled={busy} onClick={() => onClaim(row)} aria-label={t('work.claimOf', { no })}>{t('work.claim')}</Button> : null}
        {row.assignee === me ? <Button size="compact-sm" variant="default" disabled={busy} onClick={() => onRelease(row)} aria-label={t('work.releaseOf', { no })}>{t('work.release')}</Button> : null}
      </td>
    </tr>
  );
}

function Cell({ column, row, columns }: { column: Column; row: WorkRow; columns: readonly Column[] }): ReactNode {
  const { t } = useWords();
  switch (column) {
    case 'applicant': return row.applicant;
    case 'step': return <>{row.step}{columns.includes('procedure') ? null : <span className="df-sub">{row.procedureName}</span>}</>;
    case 'procedure': return row.procedureName;
    case 'department': return row.departmentName;
    case 'assignee': return <>{row.assigneeName ?? <span className="df-sub">{t(`workStatus.${row.status}`)}</span>}{row.onBehalfOfName ? <span className="df-sub">{t('work.onBehalf', { name: row.onBehalfOfName })}</span> : null}</>;
    case 'since': return formatDateTime(row.since);
    case 'stepDue': return row.stepDueAt ? formatDateTime(row.stepDueAt) : '–';
    case 'due': return <><DueMark state={row.dueState} overdueMinutes={row.overdueMinutes} />{row.dueAt ? <span className="df-sub df-nowrap">{formatDateTime(row.dueAt)}</span> : null}</>;
  }
}
