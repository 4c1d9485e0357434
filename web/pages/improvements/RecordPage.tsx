/** One improvement record on one page: what was found, cause, change, effect, decision, and who did what when. */
import type { ReactNode } from 'react';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ImprovementView } from '../../../server/contract.js';
import { improvementQuery, improvements } from '../../api/improvements.js';
import { formatDate, formatDateTime, formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { Answered } from '../../ui/states.js';
import { DecisionForm, DraftForm, LinkForm, PlanForm, VersionForm } from './Acts.js';
import { EffectTable } from './EffectTable.js';
import { StateMark } from './Records.js';
import { useAct } from './useAct.js';
import './words.js';

export function RecordPage() {
  const { recordId } = useParams({ from: '/shell/improvements/$recordId' });
  return <Answered query={useQuery(improvementQuery(recordId))} rows={8}>{(record) => <Shown key={record.id} record={record} />}</Answered>;
}

function Shown({ record }: { record: ImprovementView }) {
  const { t } = useWords();
  return (
    <>
      <PageHeader title={record.no} note={`${record.title} · ${t('improvement.openedBy', { at: formatDate(record.openedAt), name: record.openedByName })}`}>
        <StateMark state={record.state} />
        <Button variant="default" component="a" href={improvements.documentUrl(record.id)} target="_blank">{t('improvement.print')}</Button>
      </PageHeader>
      <Stack gap="md">
        <Found record={record} />
        <Part id="plan" title={t('improvement.plan')}>{record.may.plan ? <PlanForm record={record} /> : <Text style={{ whiteSpace: 'pre-line' }}>{record.cause ?? t('improvement.noCause')}</Text>}</Part>
        <Change record={record} />
        <EffectPart record={record} />
        {record.may.decide || record.may.close ? <Part id="decide" title={t('improvement.decide')}><DecisionForm record={record} /></Part> : null}
        {record.whyNotDecide ? <Text size="sm" c="gray.6">{t('improvement.fourEyes')}</Text> : null}
        <History record={record} />
      </Stack>
    </>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return <Paper p="md" component="section" aria-labelledby={`${id}-title`}><Title order={2} id={`${id}-title`} mb="xs">{title}</Title>{children}</Paper>;
}

function Found({ record }: { record: ImprovementView }) {
  const { t } = useWords();
  const { finding, dossiers } = record;
  return (
    <Part id="found" title={t('improvement.found')}>
      <Text>{record.title}</Text>
      <Text size="sm" c="gray.6">{t(`improvement.source.${record.source}`)} · {t(`improvement.kind.${record.kind}`)} · <Link to="/procedures/$procedureId" params={{ procedureId: record.procedureId }}>{record.procedureName}</Link></Text>
      {finding ? <Text size="sm">{t('improvement.check', { check: finding.check, version: finding.version })}{finding.suggestion ? ` · ${t('improvement.suggestion', { text: finding.suggestion })}` : ''}</Text> : null}
      <Title order={3} size="h4" mt="sm">{t('improvement.dossiers')}</Title>
      {dossiers.length === 0 ? <Text size="sm" c="gray.6">{t('improvement.noDossiers')}</Text> : (
        <ul style={{ margin: '4px 0', paddingLeft: '1.2rem' }}>{dossiers.map((each) => <li key={`${each.dossierId}${each.relation}`}><Link to="/dossiers/$dossierId" params={{ dossierId: each.dossierId }}>{each.dossierNo}</Link> · {t(`improvement.relation.${each.relation}`)}</li>)}</ul>
      )}
      <LinkForm record={record} />
    </Part>
  );
}

function Change({ record }: { record: ImprovementView }) {
  const { t, language } = useWords();
  const { base, remedy, version, versions, may } = record;
  if (base === undefined && !may.openDraft) return null;
  const own = versions.find((each) => each.version === version);
  return (
    <Part id="change" title={t('improvement.change')}>
      {may.openDraft ? <DraftForm record={record} /> : null}
      {base === undefined ? null : (
        <Stack gap="xs">
          <Text size="sm">{t('improvement.base', { version: base })}{remedy ? ` · ${t('improvement.remedyOf', { kind: t(`improvement.remedy.${remedy.kind}`), n: formatNumber(remedy.changes, language), hours: formatNumber(remedy.savedHours, language) })}` : ''}</Text>
          {own ? <Text size="sm">{t('improvement.versionNo', { version: own.version, state: t(`improvement.versionState.${own.state}`) })}</Text> : null}
          {record.state === 'changing' && version === undefined ? <Link to="/procedures/$procedureId/design" params={{ procedureId: record.procedureId }} search={{ version: 'draft' }}>{t('improvement.toDraft')}</Link> : null}
          {may.nameVersion ? <VersionForm record={record} /> : null}
          {record.state === 'rolledBack' ? <Text size="sm">{record.restoredAs === undefined ? t('improvement.restoring') : t('improvement.restored', { version: record.restoredAs })}</Text> : null}
        </Stack>
      )}
    </Part>
  );
}

function EffectPart({ record }: { record: ImprovementView }) {
  const { t, language } = useWords();
  const { predicted, measured, may } = record;
  const predict = useAct(record, () => improvements.predict(record.id));
  const measure = useAct(record, () => improvements.measure(record.id));
  const n = (value: number): string => formatNumber(value, language);
  const measureNames = (measures: readonly string[]): string => measures.map((each) => t(`improvement.measure.${each}`)).join(', ');
  const names = (strata: readonly string[]): string => strata.map((each) => t(`improvement.stratum.${each}`)).join(', ') || t('improvement.nothingEqual');
  return (
    <Part id="effect" title={t('improvement.effect')}>
      {!predicted && !measured ? <Text size="sm" c="gray.6">{t('improvement.noEffect')}</Text> : null}
      {predicted ? <><EffectTable measures={predicted.measures} caption={t('improvement.predicted')} /><Text size="sm" mb="sm">{predicted.played === 0 ? t('improvement.tooFew', { floor: 30 }) : t('improvement.played', { played: n(predicted.played), n: n(predicted.casesBefore) })}</Text></> : null}
      {measured ? (
        <>
          <EffectTable measures={measured.measures} caption={`${t('improvement.measured')}: ${t(`improvement.verdict.${measured.verdict}`)}`} />
          <Text size="sm">{t('improvement.basis', { before: n(measured.casesBefore), after: n(measured.casesAfter), strata: names(measured.adjusted) })}
            {measured.notComparable.length > 0 ? ` ${t('improvement.notComparable', { strata: names(measured.notComparable) })}` : ''}{measured.cannotTell.length > 0 ? ` ${t('improvement.notTold', { floor: measured.floor, measures: measureNames(measured.cannotTell) })}` : ''}
            {measured.tooYoung > 0 ? ` ${t('improvement.tooYoung', { n: n(measured.tooYoung) })}` : ''}{measured.worse.length > 0 ? ` ${t('improvement.worse', { measures: measureNames(measured.worse) })}` : ''}</Text>
        </>
      ) : null}
      <ProblemNote error={predict.error ?? measure.error} />
      <Group mt="sm" gap="sm">
        {may.predict ? <Button variant="default" loading={predict.isPending} onClick={() => predict.mutate(undefined)}>{t('improvement.predict')}</Button> : null}
        {may.measure ? <Button variant="default" loading={measure.isPending} onClick={() => measure.mutate(undefined)}>{t('improvement.doMeasure')}</Button> : null}
      </Group>
    </Part>
  );
}

function History({ record: { history } }: { record: ImprovementView }) {
  const { t } = useWords();
  const said = (act: string, note: string | undefined): string => (note === undefined ? '–' : act === 'measured' ? t(`improvement.verdict.${note}`) : act === 'draftOpened' ? t(`improvement.remedy.${note}`) : note);
  return (
    <Part id="history" title={t('improvement.history')}>
      <div className="df-table-wrap" data-list="true">
        <table className="df-table">
          <thead><tr>{['when', 'what', 'who', 'why'].map((key) => <th key={key} scope="col">{t(`improvement.${key}`)}</th>)}</tr></thead>
          <tbody>{history.map(({ act, at, byName, position, note }, i) => (
            <tr key={i} data-act={act}><td data-label={t('improvement.when')}>{formatDateTime(at)}</td><td data-label={t('improvement.what')}>{t(`improvement.act.${act}`)}</td><td data-label={t('improvement.who')}>{byName}{position ? `, ${position}` : ''}</td><td data-label={t('improvement.why')}>{said(act, note)}</td></tr>
          ))}</tbody>
        </table>
      </div>
    </Part>
  );
}
