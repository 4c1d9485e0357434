/** Tables of the index: groups, indicators, agencies. */
import type { ReactNode } from 'react';
import { Button, Paper, Title } from '@mantine/core';
import type { IndexReport } from '../../../server/contract.js';
import type { IndicatorId } from '../../../engine/service-index/indicators.js';
import type { IndexIndicator, IndexSum } from '../../../engine/service-index/points.js';
import { formatNumber, formatShare } from '../../format.js';
import { useWords } from '../../i18n/index.js';

/** Columns with a `!` before their name hold numbers. */
export function Section({ id, title, columns, children }: { id: string; title: string; columns: readonly string[]; children: ReactNode }) {
  return (
    <Paper p="md" component="section" aria-labelledby={id}>
      <Title order={2} id={id} mb="xs">{title}</Title>
      <div className="df-table-wrap" data-list="true">
        <table className="df-table">
          <caption className="df-visually-hidden">{title}</caption>
          <thead><tr>{columns.map((name) => <th key={name} scope="col" className={name.startsWith('!') ? 'df-number' : undefined}>{name.replace(/^!/, '')}</th>)}</tr></thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </Paper>
  );
}

function useNumber(): (value: number | undefined) => string {
  const { language } = useWords();
  return (value) => (value === undefined ? '–' : formatNumber(value, language));
}

function Sums({ of }: { of: IndexSum }) {
  const { t } = useWords();
  const number = useNumber();
  return (
    <>
      <td className="df-number" data-label={t('serviceIndex.points')}>{number(of.measured > 0 ? of.points : undefined)}</td><td className="df-number" data-label={t('serviceIndex.measured')}>{number(of.measured)}</td>
      <td className="df-number" data-label={t('serviceIndex.weight')}>{number(of.weight)}</td><td className="df-number" data-label={t('serviceIndex.score')}>{number(of.score)}</td>
    </>
  );
}

export function Groups({ report }: { report: IndexReport }) {
  const { t } = useWords();
  return (
    <Section id="groups-title" title={t('serviceIndex.groupsTitle')} columns={[t('serviceIndex.group'), `!${t('serviceIndex.points')}`, `!${t('serviceIndex.measured')}`, `!${t('serviceIndex.weight')}`, `!${t('serviceIndex.score')}`, t('serviceIndex.share')]}>
      {report.groups.map((group) => (
        <tr key={group.id} data-group={group.id}><td className="df-wide">{t(`serviceIndex.groups.${group.id}`)}</td><Sums of={group} /><td aria-hidden="true" style={{ minWidth: 120 }}><div className="df-bar" style={{ width: `${group.score ?? 0}%`, marginTop: 5 }} /></td></tr>
      ))}
    </Section>
  );
}

export function Indicators({ report, onShow }: { report: IndexReport; onShow: (id: IndicatorId, met: boolean) => void }) {
  const { t } = useWords();
  const columns = [t('serviceIndex.indicator'), `!${t('serviceIndex.counted')}`, `!${t('serviceIndex.share')}`, `!${t('serviceIndex.points')}`, `!${t('serviceIndex.weight')}`, t('serviceIndex.behind')];
  return (
    <Section id="indicators-title" title={t('serviceIndex.indicatorsTitle')} columns={columns}>
      {report.indicators.map((each) => <Indicator key={each.id} of={each} onShow={onShow} />)}
    </Section>
  );
}

function Indicator({ of, onShow }: { of: IndexIndicator; onShow: (id: IndicatorId, met: boolean) => void }) {
  const { t, language } = useWords();
  const number = useNumber();
  const name = t(`serviceIndex.indicators.${of.id}`);
  const counted = of.all !== undefined && of.all > 0;
  return (
    <tr data-indicator={of.id}>
      <td className="df-wide">{name}<span className="df-sub">{t(`serviceIndex.groups.${of.group}`)}</span></td>
      <td className="df-number" data-label={t('serviceIndex.counted')}>{counted ? <>{number(of.met)} / {number(of.all)}<span className="df-sub">{t(`serviceIndex.of.${of.of}`)}</span></> : t(`serviceIndex.absent.${of.absent ?? 'noCases'}`)}</td>
      <td className="df-number" data-label={t('serviceIndex.share')}>{counted ? formatShare(of.met! / of.all!, language) : '–'}</td>
      <td className="df-number" data-label={t('serviceIndex.points')}>{number(of.points)}</td><td className="df-number" data-label={t('serviceIndex.weight')}>{number(of.weight)}</td>
      <td className="df-nowrap">{counted ? <>
        {of.met! > 0 ? <Button size="compact-xs" variant="subtle" aria-label={t('serviceIndex.metNamed', { name })} onClick={() => onShow(of.id, true)}>{t('serviceIndex.met')}</Button> : null}
        {of.met! < of.all! ? <Button size="compact-xs" variant="subtle" aria-label={t('serviceIndex.missedNamed', { name })} onClick={() => onShow(of.id, false)}>{t('serviceIndex.missed')}</Button> : null}
      </> : null}</td>
    </tr>
  );
}

export function Agencies({ report }: { report: IndexReport }) {
  const { t } = useWords();
  const number = useNumber();
  const groups = report.groups.map(({ id }) => id);
  return (
    <Section id="agencies-title" title={t('serviceIndex.agenciesTitle')} columns={[t('serviceIndex.agency'), ...groups.map((id) => `!${t(`serviceIndex.groups.${id}`)}`), `!${t('serviceIndex.points')}`, `!${t('serviceIndex.measured')}`, `!${t('serviceIndex.score')}`]}>
      {report.agencies.map((agency) => (
        <tr key={agency.id} data-agency={agency.id}>
          <td className="df-wide">{agency.name}</td>{agency.groups.map((group) => <td key={group.id} className="df-number" data-label={t(`serviceIndex.groups.${group.id}`)}>{group.measured > 0 ? `${number(group.points)} / ${number(group.measured)}` : '–'}</td>)}
          <td className="df-number" data-label={t('serviceIndex.points')}>{number(agency.points)}</td><td className="df-number" data-label={t('serviceIndex.measured')}>{number(agency.measured)}</td><td className="df-number" data-label={t('serviceIndex.score')}>{number(agency.score)}</td>
        </tr>
      ))}
    </Section>
  );
}
