/** What the map shows, in words: a table for each way of looking at it. */
import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { AlikeRow, ClonedRow, LibraryFinding, MapPlace, SharedDocumentRow, SharedStepRow } from '../../../server/contract.js';
import { formatNumber, formatShare } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { SeverityMark } from '../../ui/SeverityMark.js';

interface Props<T> { rows: readonly T[]; total: number }

export function ProcedureLink({ place }: { place: MapPlace }) {
  return <Link to="/procedures/$procedureId" params={{ procedureId: place.id }}>{place.code} – {place.name}</Link>;
}

function CompareLink({ a, b }: { a: MapPlace; b: MapPlace }) {
  const { t } = useWords();
  return <Link to="/library/compare" search={{ a: a.id, b: b.id }} aria-label={t('library.compareOf', { a: a.code, b: b.code })}>{t('library.compare')}</Link>;
}

export function AlikeTable({ rows, total }: Props<AlikeRow>) {
  const { t, language } = useWords();
  return (
    <Table caption={t('library.alikeCaption', { n: formatNumber(total, language) })} heads={[[t('library.similarity'), true], [t('library.one')], [t('library.two')], [t('library.compare')]]}>
      {rows.map(({ a, b, similarity }) => (
        <tr key={`${a.id} ${b.id}`} data-pair={`${a.id} ${b.id}`}>
          <td className="df-number" data-label={t('library.similarity')}>{formatShare(similarity, language)}</td>
          <td data-label={t('library.one')}><ProcedureLink place={a} /></td><td data-label={t('library.two')}><ProcedureLink place={b} /></td>
          <td><CompareLink a={a} b={b} /></td>
        </tr>
      ))}
    </Table>
  );
}

/** What the checks say about procedures beside each other, what loses most hours first. */
export function FindingTable({ rows, total }: Props<LibraryFinding>) {
  const { t, language } = useWords();
  return (
    <Table caption={t('library.findingsCaption', { n: formatNumber(total, language) })} heads={[[t('library.finding')], [t('library.hours'), true], [t('library.procedures')]]}>
      {rows.map(({ finding, procedures }, at) => (
        <tr key={at} data-check={finding.check}>
          <td><SeverityMark severity={finding.severity} text={`${t(`findings.severity.${finding.severity}`)} · ${finding.check}`} /> {finding.message}</td>
          <td className="df-number" data-label={t('library.hours')}>{finding.hoursPerYear ? formatNumber(finding.hoursPerYear, language) : '–'}</td>
          <td data-label={t('library.procedures')}><Places places={procedures} count={procedures.length} /></td>
        </tr>
      ))}
    </Table>
  );
}

export function CloneTable({ rows, total }: Props<ClonedRow>) {
  const { t, language } = useWords();
  return (
    <Table caption={t('library.clonesCaption', { n: formatNumber(total, language) })} heads={[[t('library.cloned')], [t('library.count'), true], [t('library.procedures')]]}>
      {rows.map((row, at) => (
        <tr key={at}>
          <td>{row.steps.join(' → ')}</td><td className="df-number" data-label={t('library.count')}>{formatNumber(row.count, language)}</td>
          <td data-label={t('library.procedures')}>
            <Places places={row.procedures} count={row.count} />{' '}
            {row.procedures[0] && row.procedures[1] ? <CompareLink a={row.procedures[0]} b={row.procedures[1]} /> : null}
          </td>
        </tr>
      ))}
    </Table>
  );
}

export function StepTable({ rows, total }: Props<SharedStepRow>) {
  const { t, language } = useWords();
  return (
    <Table caption={t('library.stepsCaption', { n: formatNumber(total, language) })} heads={[[t('library.step')], [t('library.count'), true], [t('library.procedures')]]}>
      {rows.map((row) => (
        <tr key={row.label}>
          <td>{row.label}</td><td className="df-number" data-label={t('library.count')}>{formatNumber(row.count, language)}</td>
          <td data-label={t('library.procedures')}><Places places={row.procedures} count={row.count} /></td>
        </tr>
      ))}
    </Table>
  );
}

export function DocumentTable({ rows, total }: Props<SharedDocumentRow>) {
  const { t, language } = useWords();
  return (
    <Table caption={t('library.documentsCaption', { n: formatNumber(total, language) })} heads={[[t('library.document')], [t('library.asked')], [t('library.given')]]}>
      {rows.map((row) => (
        <tr key={row.document}>
          <td>{row.name}</td><td data-label={t('library.asked')}><Places places={row.asked} count={row.count} /></td>
          <td data-label={t('library.given')}>{row.given.length > 0 ? <Places places={row.given} count={row.given.length} /> : '–'}</td>
        </tr>
      ))}
    </Table>
  );
}

function Places({ places, count }: { places: readonly MapPlace[]; count: number }) {
  const { t, language } = useWords();
  return (
    <>
      {places.map((place, at) => <span key={place.id}>{at > 0 ? ', ' : ''}<Link to="/procedures/$procedureId" params={{ procedureId: place.id }} title={place.name}>{place.code}</Link></span>)}
      {count > places.length ? ` ${t('library.more', { n: formatNumber(count - places.length, language) })}` : ''}
    </>
  );
}

function Table({ caption, heads, children }: { caption: string; heads: readonly (readonly [string, boolean?])[]; children: ReactNode }) {
  return (
    <div className="df-table-wrap" data-list="true">
      <table className="df-table df-map-table">
        <caption>{caption}</caption>
        <thead><tr>{heads.map(([text, isNumber], at) => <th key={at} scope="col" className={isNumber ? 'df-number' : undefined}>{text}</th>)}</tr></thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
