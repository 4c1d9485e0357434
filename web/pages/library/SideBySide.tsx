/** Two drawings beside each other: the same work has the same number on both, and a line in the table. */
import { useMemo, type ReactNode } from 'react';
import { Paper, Text, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ComparisonView } from '../../../server/contract.js';
import type { Heat } from '../../../designer/viewer/create.js';
import type { StoredXml } from '../../api.js';
import { formatShare } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { Drawing } from '../../ui/Drawing.js';
import { Answered } from '../../ui/states.js';
import './library.css';
import { namesIn } from './names.js';
import './words.js';

export interface Side { code: string; name: string; title: ReactNode; drawing: Pick<StoredXml, 'xml'> | UseQueryResult<StoredXml, Error> }
type Which = 'a' | 'b';
interface Props { a: Side; b: Side; pairs: ComparisonView['pairs'] }

export function SideBySide({ pairs, ...sides }: Props) {
  const { t } = useWords();
  return (
    <>
      <Text size="sm" mb="sm">{t('library.side.legend')}</Text>
      <div className="df-side">{(['a', 'b'] as const).map((which) => <OneSide key={which} side={sides[which]} pairs={pairs} which={which} />)}</div>
      <Pairs {...sides} pairs={pairs} />
    </>
  );
}

/** The number of each pair on its elements; darker where the labels are equal. */
function numbersOf(pairs: ComparisonView['pairs'], which: Which): Heat[] {
  return pairs.flatMap((pair, at) => (pair.a !== undefined && pair.b !== undefined ? [{ element: pair[which]!, level: pair.likeness === 1 ? 2 : 1, label: String(at + 1) }] : []));
}

function xmlOf({ drawing }: Side): string | undefined { return 'xml' in drawing ? drawing.xml : drawing.data?.xml; }

function OneSide({ side, pairs, which }: { side: Side; pairs: ComparisonView['pairs']; which: Which }) {
  const heat = useMemo(() => numbersOf(pairs, which), [pairs, which]);
  return (
    <Paper p="sm" component="section" aria-labelledby={`side-${which}`}>
      <Title order={2} size="h4" id={`side-${which}`} mb="xs">{side.title}</Title>
      {'xml' in side.drawing ? <Drawing xml={side.drawing.xml} label={side.name} heat={heat} height={420} /> : <Answered query={side.drawing} rows={4}>{({ xml }) => <Drawing xml={xml} label={side.name} heat={heat} height={420} />}</Answered>}
    </Paper>
  );
}

function Pairs({ a, b, pairs }: Props) {
  const { t, language } = useWords();
  const [left, right] = [xmlOf(a), xmlOf(b)];
  const names = useMemo(() => ({ a: namesIn(left), b: namesIn(right) }), [left, right]);
  const codes = { a: a.code, b: b.code };
  const cell = (which: Which, id: string | undefined) => <td data-label={codes[which]}>{id === undefined ? <Text span c="gray.7" size="sm">{t('library.side.none')}</Text> : names[which].get(id) ?? id}</td>;
  return (
    <div className="df-table-wrap" data-list="true" style={{ marginTop: 12 }}>
      <table className="df-table">
        <caption>{t('library.side.caption')}</caption>
        <thead><tr><th scope="col" className="df-number">#</th><th scope="col">{a.code}</th><th scope="col">{b.code}</th><th scope="col" className="df-number">{t('library.side.likeness')}</th></tr></thead>
        <tbody>{pairs.map((pair, at) => (
          <tr key={at}>
            <td className="df-number" data-label="#">{pair.a !== undefined && pair.b !== undefined ? at + 1 : '–'}</td>{cell('a', pair.a)}{cell('b', pair.b)}
            <td className="df-number" data-label={t('library.side.likeness')}>{pair.likeness > 0 ? formatShare(pair.likeness, language) : '–'}</td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}
