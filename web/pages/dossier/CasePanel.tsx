/** What no diagram draws, as it stands: why the dossier waits, what was extended, asked, handed over, and what comes by itself. */
import type { ReactNode } from 'react';
import { Alert, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { AutomaticView, DossierView } from '../../../server/contract.js';
import { formatDate, formatDateTime } from '../../format.js';
import { useByWhom } from '../../ui/byWhom.js';
import { useWords } from '../../i18n/index.js';

export function HaltNote({ dossier }: { dossier: DossierView }) {
  const { t } = useWords();
  const byWhom = useByWhom();
  const { halt } = dossier.casework;
  if (!halt) return null;
  return (
    <Alert color="ochre" title={t(`case.halt.${halt.kind}`)}>
      <Stack gap={4}>
        <Text size="sm" style={{ whiteSpace: 'pre-line' }}>{halt.reason}</Text>
        {halt.parts?.length ? <ul style={{ margin: 0, paddingLeft: 20 }}>{halt.parts.map((part) => <li key={part}>{part}</li>)}</ul> : null}
        <Text size="sm">
          {[t('case.since', { at: formatDateTime(halt.from) }), byWhom(halt), halt.ground, halt.answerBy ? t('case.answerBy', { at: formatDate(halt.answerBy) }) : ''].filter(Boolean).join(' · ')}
        </Text>
      </Stack>
    </Alert>
  );
}

export function CasePanel({ dossier }: { dossier: DossierView }) {
  const { t } = useWords();
  const byWhom = useByWhom();
  const { casework, followUps } = dossier;
  return (
    <>
      <Places dossier={dossier} />
      <Entries id="extensions" title={t('case.extensions')} items={[
        ...(casework.draft ? [{ key: 'draft', head: t('case.drafted', { at: formatDate(casework.draft.newDueAt) }), by: [formatDateTime(casework.draft.at), byWhom(casework.draft) ?? t('case.bySystem')], text: casework.draft.reason }] : []),
        ...casework.extensions.map((each) => ({ key: each.at, head: t('case.extended', { from: formatDate(each.dueAt), to: formatDate(each.newDueAt) }), by: [formatDateTime(each.at), byWhom(each)], text: each.reason })),
      ]} />
      <Entries id="opinions" title={t('case.opinions')} items={casework.opinions.map((each) => ({
        key: each.id, head: each.question, by: [formatDateTime(each.at), byWhom(each), each.departmentName],
        text: each.answer ? `${byWhom(each.answer) ?? ''} (${formatDateTime(each.answer.at)}): ${each.answer.text}` : each.withdrawn ? t('case.opinionWithdrawn', { name: byWhom(each.withdrawn) ?? '', at: formatDateTime(each.withdrawn.at), reason: each.withdrawn.reason }) : [each.takenByName, t('case.opinionOpen')].filter(Boolean).join(' · '),
      }))} />
      <Entries id="handovers" title={t('case.handOvers')} items={casework.handOvers.map((each) => ({
        key: each.id, head: each.what, by: [formatDateTime(each.at), byWhom(each), [each.fromName, each.toName].filter(Boolean).join(' → ')],
        text: each.received ? t('case.receivedBy', { name: byWhom(each.received), at: formatDateTime(each.received.at) }) : t('case.onItsWay'),
      }))} />
      <AutomaticList items={casework.automatic} />
      {casework.follows || followUps.length > 0 ? (
        <Section id="follow" title={t('case.follow')}>
          {casework.follows ? <Text size="sm">{t('case.follows')} <DossierLink {...casework.follows} /></Text> : null}
          {followUps.map((each) => <Text key={each.dossierId} size="sm">{t('case.followedBy')} <DossierLink {...each} /></Text>)}
        </Section>
      ) : null}
    </>
  );
}

function DossierLink({ dossierId, dossierNo }: { dossierId: string; dossierNo: string }) {
  return <Link to="/dossiers/$dossierId" params={{ dossierId }} style={{ textDecoration: 'underline' }}>{dossierNo}</Link>;
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return <Paper p="md" component="section" aria-labelledby={`${id}-title`}><Title order={2} id={`${id}-title`} mb="sm">{title}</Title>{children}</Paper>;
}

interface Entry { key: string; head: string; by: (string | undefined)[]; text: string }
function Entries({ id, title, items }: { id: string; title: string; items: readonly Entry[] }) {
  if (items.length === 0) return null;
  return (
    <Section id={id} title={title}>
      <Stack gap="sm">{items.map(({ key, head, by, text }) => (
        <div key={key}><strong>{head}</strong> <span className="df-sub">{by.filter(Boolean).join(' · ')}</span><Text size="sm" style={{ whiteSpace: 'pre-line' }}>{text}</Text></div>
      ))}</Stack>
    </Section>
  );
}

function AutomaticList({ items }: { items: readonly AutomaticView[] }) {
  const { t } = useWords();
  const byWhom = useByWhom();
  if (items.length === 0) return null;
  return (
    <Section id="automatic" title={t('case.automaticTitle')}>
      <div style={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-labelledby="automatic-title">
        <table className="df-table">
          <thead><tr><th scope="col">{t('case.what')}</th><th scope="col">{t('case.when')}</th><th scope="col">{t('case.status')}</th></tr></thead>
          <tbody>{items.map((each) => (
            <tr key={`${each.kind}${each.at}`}>
              <td>{t(`case.automatic.${each.kind.replace(':', '_')}`)}</td><td style={{ whiteSpace: 'nowrap' }}>{formatDateTime(each.at)}</td>
              <td>{[t(`case.automaticState.${each.state}`), byWhom(each), each.reason].filter(Boolean).join(' · ')}</td>
            </tr>
          ))}</tbody>
        </table>
      </div>
    </Section>
  );
}

function Places({ dossier: { casework, state } }: { dossier: DossierView }) {
  const { t } = useWords();
  const { places, portalState, finance, sync } = casework;
  const rows = [
    ...(places ? [[t('case.helpPlace'), places.help], [t('case.receptionPlace'), places.reception], [t('case.competent'), places.competent]] : []),
    ...(portalState === undefined ? [] : [[t('case.portal'), `${portalState} · ${t(`dossierState.${state}`)}`]]), ...(sync === 'none' ? [] : [[t('case.sync'), t(`case.syncState.${sync}`)]]), ...(finance === 'none' ? [] : [[t('case.finance'), t(`case.financeState.${finance}`)]]),
  ];
  if (rows.length === 0) return null;
  return <Section id="places" title={t('case.placesTitle')}><dl className="df-facts">{rows.map(([label, value]) => <div key={label} style={{ display: 'contents' }}><dt>{label}</dt><dd>{value}</dd></div>)}</dl></Section>;
}
