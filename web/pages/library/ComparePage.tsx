/** Two published procedures side by side. */
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { ComparisonView, MapPlace } from '../../../server/contract.js';
import { comparisonQuery } from '../../api/library.js';
import { formatShare } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Answered } from '../../ui/states.js';
import { SideBySide, type Side } from './SideBySide.js';
import { ProcedureLink } from './tables.js';
import { usePublishedXml } from './usePublishedXml.js';

export function ComparePage() {
  const { a, b } = useSearch({ from: '/shell/library/compare' });
  const query = useQuery(comparisonQuery(a, b));
  return <Answered query={query} rows={8}>{(comparison) => <Compared comparison={comparison} />}</Answered>;
}

function Compared({ comparison: { a, b, pairs, similarity } }: { comparison: ComparisonView }) {
  const { t, language } = useWords();
  const [left, right] = [useSide(a), useSide(b)];
  return (
    <>
      <PageHeader title={t('library.side.title')} note={t('library.side.similar', { share: formatShare(similarity, language) })}><Link to="/library">{t('library.side.back')}</Link></PageHeader>
      <SideBySide a={left} b={right} pairs={pairs} />
    </>
  );
}
function useSide(place: MapPlace): Side { return { ...place, drawing: usePublishedXml(place.id), title: <ProcedureLink place={place} /> }; }
