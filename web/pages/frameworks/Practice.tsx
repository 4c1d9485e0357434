/** For the publisher: who follows the framework, where they deviate, and what practice says, of those that let it be seen. */
import { Badge, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { FrameworkAdopter } from '../../../server/contract.js';
import { practiceOfQuery } from '../../api/frameworks.js';
import { formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { Answered } from '../../ui/states.js';
import { useAttribute, usePlace } from './telling.js';

type Followed = FrameworkAdopter['procedures'][number];

export function Practice({ id }: { id: string }) {
  const { t } = useWords();
  return (
    <Paper p="md" component="section" aria-labelledby="practice-title">
      <Title order={2} id="practice-title" mb="sm">{t('frameworks.practice.title')}</Title>
      <Answered query={useQuery(practiceOfQuery(id))} rows={2}>{({ adopters }) => (adopters.length === 0 ? <Text size="sm">{t('frameworks.practice.none')}</Text> : <Adopters adopters={adopters} />)}</Answered>
    </Paper>
  );
}

function Adopters({ adopters }: { adopters: readonly FrameworkAdopter[] }) {
  const { t } = useWords();
  return (
    <div className="df-table-wrap" data-list="true">
      <table className="df-table">
        <caption>{t('frameworks.practice.caption')}</caption>
        <thead><tr>{(['agency', 'procedure', 'deviations', 'figures'] as const).map((each) => <th key={each} scope="col">{t(`frameworks.practice.${each}`)}</th>)}</tr></thead>
        <tbody>{adopters.flatMap((adopter) => adopter.procedures.map((each) => (
          <tr key={`${adopter.agencyId} ${each.code}`}>
            <td>{adopter.agencyName}</td>
            <td data-label={t('frameworks.practice.procedure')}>{each.code}, {t('frameworks.version').toLowerCase()} {each.version}</td>
            <td data-label={t('frameworks.practice.deviations')}><Deviations of={each} /></td>
            <td data-label={t('frameworks.practice.figures')}>{adopter.shares ? <Figures of={each} /> : t('frameworks.practice.hidden')}</td>
          </tr>
        )))}</tbody>
      </table>
    </div>
  );
}

function Deviations({ of: { deviations } }: { of: Followed }) {
  const { t } = useWords();
  const [place, attribute] = [usePlace(), useAttribute()];
  if (deviations.length === 0) return <>–</>;
  return <ul style={{ margin: 0, paddingLeft: '1.2em' }}>{deviations.map((each) => <li key={each.id}>{place(each.place)}, {attribute(each.attribute)}: {each.before ?? t('frameworks.emptyValue')} → {each.after ?? t('frameworks.emptyValue')}{each.reason ? ` (${each.reason})` : ''}</li>)}</ul>;
}

function Figures({ of: { figures } }: { of: Followed }) {
  const { t, language } = useWords();
  if (!figures) return <>{t('frameworks.practice.few')}</>;
  const hours = (minutes: number | undefined): string => (minutes === undefined ? '–' : formatNumber(Math.round(minutes / 6) / 10, language));
  return (
    <>
      {t('frameworks.practice.said', { n: formatNumber(figures.dossiers, language), half: hours(figures.medianMinutes), nine: hours(figures.nineInTenMinutes), limit: hours(figures.limitMinutes) })}
      {figures.isBetter ? <div><Badge color="teal" variant="light" style={{ height: 'auto', whiteSpace: 'normal' }}>{t('frameworks.practice.better')}</Badge></div> : null}
    </>
  );
}
