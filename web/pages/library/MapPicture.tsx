/** The map as a picture: procedures on a circle, lines between those that are alike or need each other. The tables say the same in words. */
import { Paper, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { LibraryGraph } from '../../../server/contract.js';
import { libraryGraphQuery } from '../../api/library.js';
import { formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { Answered } from '../../ui/states.js';
import { SIZE, spotsOf, type Spot } from './places.js';

export function MapPicture({ chosen, onChoose }: { chosen: string; onChoose: (code: string) => void }) {
  const query = useQuery(libraryGraphQuery);
  return <Answered query={query} rows={6}>{(graph) => <Picture graph={graph} chosen={chosen} onChoose={onChoose} />}</Answered>;
}

function Picture({ graph, chosen, onChoose }: { graph: LibraryGraph; chosen: string; onChoose: (code: string) => void }) {
  const { t, language } = useWords();
  const spots = spotsOf(graph);
  const isOf = (id: string): boolean => chosen === '' || spots.get(id)?.place.code === chosen;
  return (
    <Paper p="sm" mb="md" className="df-map">
      <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="img" aria-label={t('library.picture', { procedures: formatNumber(graph.places.length, language), links: formatNumber(graph.links.length, language) })}>
        <defs><marker id="df-map-arrow" viewBox="0 0 8 8" refX="13" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z" fill="#8a5300" /></marker></defs>
        {graph.links.map((link, at) => <Line key={at} from={spots.get(link.a)!} to={spots.get(link.b)!} link={link} faint={!isOf(link.a) && !isOf(link.b)} />)}
        {[...spots.values()].map((spot) => <Mark key={spot.place.id} spot={spot} bold={chosen !== '' && spot.place.code === chosen} onChoose={onChoose} />)}
      </svg>
      <Text size="xs" c="gray.7">{t('library.legendAlike')} · {t('library.legendNeeds')}{graph.left > 0 ? ` · ${t('library.left', { n: formatNumber(graph.left, language) })}` : ''}</Text>
    </Paper>
  );
}

function Line({ from, to, link, faint }: { from: Spot; to: Spot; link: LibraryGraph['links'][number]; faint: boolean }) {
  const needs = link.kind === 'needs';
  // Bent towards the middle, so that lines along the circle do not lie on each other.
  const middle = { x: (from.x + to.x) / 2 + (SIZE.width / 2 - (from.x + to.x) / 2) * 0.35, y: (from.y + to.y) / 2 + (SIZE.height / 2 - (from.y + to.y) / 2) * 0.35 };
  return (
    <path d={`M${from.x} ${from.y} Q${middle.x} ${middle.y} ${to.x} ${to.y}`} fill="none" stroke={needs ? '#8a5300' : '#0f5c72'} strokeWidth={needs ? 1.6 : 1 + (link.weight - 0.5) * 8}
      strokeDasharray={needs ? '5 4' : undefined} opacity={faint ? 0.08 : needs ? 0.9 : 0.25 + (link.weight - 0.5) * 1.4} {...(needs && { markerEnd: 'url(#df-map-arrow)' })} />
  );
}

/** A pointer's short cut: the search field above the tables does the same for everybody. */
function Mark({ spot: { place, x, y, anchor }, bold, onChoose }: { spot: Spot; bold: boolean; onChoose: (code: string) => void }) {
  const shift = { start: 11, middle: 0, end: -11 }[anchor];
  return (
    <g onClick={() => onChoose(bold ? '' : place.code)} style={{ cursor: 'pointer' }} data-place={place.id}>
      <title>{`${place.code} ${place.name}`}</title>
      <circle cx={x} cy={y} r={bold ? 9 : 7} fill={bold ? '#a61b29' : '#0f5c72'} stroke="#fff" strokeWidth="2" />
      <text x={x + shift} y={y + (anchor === 'middle' ? (y < SIZE.height / 2 ? -14 : 22) : 5)} textAnchor={anchor} fontSize="14" fontWeight={bold ? 700 : 500} fill="#22303a">{place.code}</text>
    </g>
  );
}
