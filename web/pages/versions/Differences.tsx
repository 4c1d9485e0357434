/** What differs from the version before: in words, in a table of facts, and on the drawing as it was and as it is. */
import { useMemo, useState } from 'react';
import { Paper, SegmentedControl, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Mark } from '../../../designer/viewer/paint.js';
import type { DifferenceRow, VersionDifferences } from '../../../server/contract.js';
import { differencesQuery } from '../../api/versions.js';
import { useWords } from '../../i18n/index.js';
import { procedureXmlQuery } from '../../queries.js';
import { Drawing } from '../../ui/Drawing.js';
import { Answered } from '../../ui/states.js';

const SYMBOL: Readonly<Record<DifferenceRow['change'], string>> = { added: '+', removed: '−', changed: '≠' };

export function Differences({ procedureId, version, name }: { procedureId: string; version: number; name: string }) {
  const { t, language } = useWords();
  const query = useQuery(differencesQuery(procedureId, version, language));
  return (
    <Paper p="md" component="section" aria-labelledby="differences-title">
      <Title order={2} id="differences-title" mb="sm">{query.data?.against === undefined ? t('version.differences.title') : t('version.differences.against', { version: query.data.against })}</Title>
      <Answered query={query} rows={4}>{(found) => {
        if (found.against === undefined) return <Text size="sm" c="gray.6">{t('version.differences.first')}</Text>;
        return found.items.length === 0 ? <Text size="sm" c="gray.6">{t('version.differences.none')}</Text> : <Found procedureId={procedureId} name={name} found={found} />;
      }}</Answered>
    </Paper>
  );
}

function Found({ procedureId, name, found }: { procedureId: string; name: string; found: VersionDifferences }) {
  const { t } = useWords();
  const [side, setSide] = useState<'after' | 'before'>('after');
  const [focus, setFocus] = useState<string>();
  const xml = useQuery(procedureXmlQuery(procedureId, side === 'after' ? found.version : found.against!));
  const marks = useMemo(() => marksOf(found.items, side, (change) => `${SYMBOL[change]} ${t(`version.differences.${change}`)}`), [found, side, t]);
  const show = (row: DifferenceRow) => { setSide(row.change === 'removed' ? 'before' : 'after'); setFocus(row.element); };
  return (
    <>
      <SegmentedControl mb="xs" aria-label={t('version.differences.side')} value={side} onChange={(value) => setSide(value as typeof side)} data={[{ value: 'after', label: t('version.differences.after', { version: found.version }) }, { value: 'before', label: t('version.differences.before', { version: found.against }) }]} />
      <Answered query={xml} rows={4}>{(stored) => <Drawing xml={stored.xml} label={name} height={440} marks={marks} {...(focus !== undefined && { focus })} />}</Answered>
      <div style={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-labelledby="differences-title">
        <table className="df-table">
          <caption className="df-visually-hidden">{t('version.differences.title')}</caption>
          <thead><tr><th scope="col">{t('version.differences.change')}</th><th scope="col">{t('version.differences.what')}</th><th scope="col">{t('version.differences.attribute')}</th><th scope="col">{t('version.differences.was')}</th><th scope="col">{t('version.differences.is')}</th></tr></thead>
          <tbody>{found.items.map((row, n) => (
            <tr key={n} data-change={row.change}>
              <td className="df-nowrap">{SYMBOL[row.change]} {t(`version.differences.${row.change}`)}</td>
              <td>{row.kindName}{row.kind === 'procedure' ? '' : ': '}{row.element === undefined ? (row.kind === 'procedure' ? '' : row.name) : <button type="button" className="df-link" onClick={() => show(row)}>{row.name}</button>}</td>
              <td>{row.attribute ?? '–'}</td><td>{row.before ?? '–'}</td><td>{row.after ?? '–'}</td>
            </tr>
          ))}</tbody>
        </table>
      </div>
    </>
  );
}

/** What has gone is drawn in the version before, what has come in this one. */
function marksOf(rows: readonly DifferenceRow[], side: 'after' | 'before', label: (change: DifferenceRow['change']) => string): Mark[] {
  const shown = new Map(rows.filter(({ change }) => change !== (side === 'after' ? 'removed' : 'added')).flatMap(({ element, change }) => (element === undefined ? [] : [[element, change] as const])));
  return [...shown].map(([element, change]) => ({ element, kind: change, label: label(change) }));
}
