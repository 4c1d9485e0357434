/** What is known of a version, and everything that was done to it. */
import { Paper, Text, Title } from '@mantine/core';
import type { LifeView, RevisionView } from '../../../server/contract.js';
import { formatDate, formatDateTime } from '../../format.js';
import { useWords } from '../../i18n/index.js';

export const formatDay = (day: string): string => formatDate(`${day}T00:00:00+07:00`);

export function LifeFacts({ life }: { life: LifeView & Pick<RevisionView, 'signed'> }) {
  const { t } = useWords();
  const { decision, signed } = life;
  return (
    <dl className="df-facts">
      <dt>{t('version.authors')}</dt><dd>{life.authors.join(', ')}</dd>
      {life.note ? <><dt>{t('version.note')}</dt><dd>{life.note}</dd></> : null}
      <dt>{t('version.approvals')}</dt>
      <dd>{life.approvals.map(({ act, given }) => <div key={act}>{t(`version.approval.${act}`)}: {given ? t('version.given', { name: given.byName, at: formatDateTime(given.at) }) : t('version.notGiven')}</div>)}</dd>
      {decision ? <><dt>{t('version.decision')}</dt><dd>{t('version.decisionOf', { number: decision.number, date: formatDay(decision.date), signatory: decision.position ? `${decision.signatory} (${decision.position})` : decision.signatory })}</dd></> : null}
      {life.inForceFrom ? <><dt>{t('version.inForceFrom')}</dt><dd>{formatDay(life.inForceFrom)}</dd></> : null}
      {signed ? <><dt>{t('version.signed')}</dt><dd>{t('version.signedBy', { signer: signed.signer, at: formatDateTime(signed.at) })}{signed.isTest ? ` ${t('version.signedTest')}` : ''} · <a href={`/xac-minh/${signed.code}`}>{t('version.verify')}</a></dd></> : null}
    </dl>
  );
}

export function History({ life }: { life: LifeView }) {
  const { t } = useWords();
  return (
    <Paper p="md" component="section" aria-labelledby="history-title">
      <Title order={2} id="history-title" mb="sm">{t('version.history')}</Title>
      <ol className="df-timeline" reversed>{life.history.map((step, n) => ({ ...step, n })).reverse().map(({ n, act, at, byName, position, note }) => (
        <li key={n} data-act={act}>
          <strong>{t(`version.act.${act}`)}</strong>{act === 'replaced' && note ? ` ${t('version.replacedBy', { version: note })}` : ''}
          <span className="df-sub">{[formatDateTime(at), byName ?? t('version.byItself'), position].filter(Boolean).join(' · ')}</span>
          {note && act !== 'replaced' ? <Text size="sm" mt={2} className="df-said">“{note}”</Text> : null}
        </li>
      ))}</ol>
    </Paper>
  );
}
