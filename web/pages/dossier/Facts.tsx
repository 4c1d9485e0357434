/** Applicant, documents handed in, and data entered so far. */
import type { ReactNode } from 'react';
import { Paper, Text, Title } from '@mantine/core';
import type { DossierView } from '../../../server/contract.js';
import { formatDate, formatDateTime, formatNumber, nameInWords, formatMoney } from '../../format.js';
import { useByWhom } from '../../ui/byWhom.js';
import { useWords } from '../../i18n/index.js';

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return <Paper p="md" component="section" aria-labelledby={id}><Title order={2} id={id} mb="sm">{title}</Title>{children}</Paper>;
}

function Facts({ rows }: { rows: readonly (readonly [string, ReactNode])[] }) {
  return <dl className="df-facts">{rows.filter(([, value]) => value !== undefined && value !== '').map(([label, value]) => <div key={label} style={{ display: 'contents' }}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>;
}

export function Applicant({ dossier }: { dossier: DossierView }) {
  const { t, language } = useWords();
  const byWhom = useByWhom();
  const show = useShown();
  const who = dossier.applicantDetails;
  return (
    <Section id="applicant-title" title={t('dossier.applicant')}>
      <Facts rows={[
        [t(who.kind === 'person' ? 'receive.personName' : 'receive.organisationName'), who.name], [t('receive.idNumber'), who.idNumber], [t('receive.birthDate'), show(who.birthDate ?? '')], [t('receive.phone'), who.phone], [t('receive.email'), who.email], [t('receive.address'), who.address], [t('receive.representative'), [who.representative, who.authority].filter(Boolean).join(' · ')],
        [t('receive.channel'), t(`channel.${dossier.channel}`)], [t('dossier.receivedAt'), formatDateTime(dossier.receivedAt)], [t('dossier.receivedBy'), byWhom({ byName: dossier.receivedByName, onBehalfOfName: dossier.receivedOnBehalfOfName })], [t('receive.fee'), dossier.fee],
        [t('receive.feePaid'), dossier.feePaid ? [formatMoney(dossier.feePaid.amount, language), dossier.feePaid.receiptNo ? `${t('receive.receiptNo')} ${dossier.feePaid.receiptNo}` : ''].filter(Boolean).join(' · ') : undefined],
      ]} />
      {dossier.masked ? <Text size="sm" c="gray.7" mt="xs" data-masked>{t('dossier.masked')}</Text> : null}
    </Section>
  );
}

export function Parts({ dossier }: { dossier: DossierView }) {
  const { t } = useWords();
  if (dossier.parts.length === 0) return null;
  return (
    <Section id="parts-title" title={t('dossier.parts')}>
      <div style={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-labelledby="parts-title">
        <table className="df-table">
          <thead><tr><th scope="col">{t('dossier.part')}</th><th scope="col" className="df-number">{t('receive.copies')}</th><th scope="col">{t('dossier.received')}</th></tr></thead>
          <tbody>{dossier.parts.map((part) => (
            <tr key={part.type}><td>{part.name}</td><td className="df-number">{part.copies}</td><td>{part.received ? `✓ ${t('dossier.yes')}` : `– ${t('dossier.no')}`}</td></tr>
          ))}</tbody>
        </table>
      </div>
    </Section>
  );
}

/** A value as people write it; lists and objects as their parts. */
function useShown(): (value: unknown) => string {
  const { t, language } = useWords();
  const show = (value: unknown): string => {
    if (value === null || value === undefined) return '–';
    if (typeof value === 'boolean') return t(value ? 'dossier.yes' : 'dossier.no');
    if (typeof value === 'number') return formatNumber(value, language);
    if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? formatDate(`${value}T00:00:00+07:00`) : value;
    if (Array.isArray(value)) return value.map(show).join(', ');
    return Object.entries(value).map(([key, inner]) => `${key}: ${show(inner)}`).join('; ');
  };
  return show;
}

export function DossierData({ dossier }: { dossier: DossierView }) {
  const { t } = useWords();
  const show = useShown();
  const rows = Object.entries(dossier.data).map(([name, value]) => [dossier.labels[name] ?? nameInWords(name), show(value)] as const);
  if (rows.length === 0) return null;
  return <Section id="data-title" title={t('dossier.data')}><Facts rows={rows} /></Section>;
}
