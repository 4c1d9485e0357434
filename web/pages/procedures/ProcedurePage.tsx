/** One procedure: the version in force on the drawing, its versions, its draft. */
import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ProcedureView, Role } from '../../../server/contract.js';
import { api, type VersionName } from '../../api.js';
import { formatDateTime, formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { procedureQuery, procedureXmlQuery, sessionQuery } from '../../queries.js';
import { hasRole, navItems } from '../../layout/roles.js';
import { Drawing } from '../../ui/Drawing.js';
import { useLimit } from '../../ui/DueMark.js';
import { ExcelLink } from '../../ui/ExcelLink.js';
import { FindingCounts } from '../../ui/FindingCounts.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Answered, Empty } from '../../ui/states.js';
import { ProcedureRecords } from '../improvements/ReaderRecords.js';
import { formatDay } from '../versions/LifeFacts.js';
import { StateBadge } from '../versions/StateBadge.js';
import '../versions/words.js';
import { BlankForms } from './BlankForms.js';
import './words.js';

export function ProcedurePage() {
  const { procedureId } = useParams({ from: '/shell/procedures/$procedureId' });
  const query = useQuery(procedureQuery(procedureId));
  return <Answered query={query} rows={8}>{(procedure) => <Procedure procedure={procedure} />}</Answered>;
}

function Procedure({ procedure }: { procedure: ProcedureView }) {
  const { t } = useWords();
  const limitInWords = useLimit();
  const person = useQuery(sessionQuery).data?.person;
  const shown: VersionName | undefined = procedure.currentVersion ?? (procedure.hasDraft ? 'draft' : undefined);
  return (
    <>
      <PageHeader title={procedure.name} note={[procedure.code, procedure.field, procedure.limit ? limitInWords(procedure.limit) : undefined].filter(Boolean).join(' · ')}>
        {procedure.currentVersion !== undefined && person && hasRole(person, REPORT_READERS) ? <PracticeLink procedureId={procedure.id} /> : null}
        <FindingCounts counts={procedure.findings} />
        {procedure.currentVersion === undefined ? null : <ExcelLink href={api.findingSheetUrl(procedure.id)} label={t('procedures.findingSheet')} />}
        {shown !== undefined ? <DesignLink procedureId={procedure.id} version={procedure.hasDraft ? 'draft' : shown}>{t(procedure.hasDraft ? 'procedures.openDraft' : 'procedures.openDesigner')}</DesignLink> : null}
      </PageHeader>
      <Stack gap="md">
        <Paper p="md" component="section" aria-labelledby="drawing-title">
          <Title order={2} id="drawing-title" mb="xs">{shown === 'draft' ? t('procedures.draft') : t('procedures.current', { version: shown ?? '–' })}</Title>
          {shown !== undefined ? <CurrentDrawing procedureId={procedure.id} version={shown} name={procedure.name} /> : <Empty />}
        </Paper>
        <BlankForms procedureId={procedure.id} />
        <ProcedureRecords procedureId={procedure.id} />
        <Versions procedure={procedure} />
      </Stack>
    </>
  );
}

/** Who reads the manager's figures reads these. */
const REPORT_READERS = navItems.find(({ key }) => key === 'overview')!.roles as Role[];

function PracticeLink({ procedureId }: { procedureId: string }) {
  const { t } = useWords();
  return <Button variant="default" renderRoot={(props) => <Link {...props} to="/procedures/$procedureId/practice" params={{ procedureId }} search={{}} />}>{t('procedures.practice')}</Button>;
}

function DesignLink({ procedureId, version, children }: { procedureId: string; version: VersionName; children: string }) {
  return <Button renderRoot={(props) => <Link {...props} to="/procedures/$procedureId/design" params={{ procedureId }} search={{ version }} />}>{children}</Button>;
}

function CurrentDrawing({ procedureId, version, name }: { procedureId: string; version: VersionName; name: string }) {
  const query = useQuery(procedureXmlQuery(procedureId, version));
  return <Answered query={query} rows={4}>{({ xml }) => <Drawing xml={xml} label={name} height={440} />}</Answered>;
}

function VersionLink({ procedureId, version }: { procedureId: string; version: number }) {
  const { t } = useWords();
  return <Link to="/procedures/$procedureId/versions/$version" params={{ procedureId, version: String(version) }}>{t('procedures.versionNo', { version })}</Link>;
}

const FILES = { pdf: 'PDF', docx: 'Word' } as const;

function Versions({ procedure }: { procedure: ProcedureView }) {
  const { t, language } = useWords();
  return (
    <Paper p="md" component="section" aria-labelledby="versions-title">
      <Title order={2} id="versions-title" mb="sm">{t('procedures.versions')}</Title>
      {procedure.draft ? <Group mb="sm" gap="xs"><Badge color="ochre">{t('procedures.draft')}</Badge><Text size="sm">{t('procedures.savedBy', { name: procedure.draft.savedBy, at: formatDateTime(procedure.draft.savedAt) })}</Text></Group> : null}
      {procedure.inPreparation ? <Group mb="sm" gap="xs"><VersionLink procedureId={procedure.id} version={procedure.inPreparation.version} /><StateBadge state={procedure.inPreparation.state} />{procedure.inPreparation.openComments > 0 ? <Text size="sm">{t('version.comments.count', { n: formatNumber(procedure.inPreparation.openComments, language) })}</Text> : null}</Group> : null}
      {procedure.versions.length === 0 ? <Text c="gray.6">{t('procedures.noVersions')}</Text> : (
        <div style={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-labelledby="versions-title">
          <table className="df-table">
            <thead><tr><th scope="col">{t('procedures.version')}</th><th scope="col">{t('version.life')}</th><th scope="col">{t('version.inForceFrom')}</th><th scope="col">{t('procedures.publishedAt')}</th><th scope="col">{t('procedures.publishedBy')}</th><th scope="col">{t('procedures.note')}</th><th scope="col" className="df-number">{t('procedures.open')}</th><th scope="col">{t('procedures.document')}</th></tr></thead>
            <tbody>{procedure.versions.map((row) => (
              <tr key={row.version}>
                <td><VersionLink procedureId={procedure.id} version={row.version} /></td><td><StateBadge state={row.state} /></td><td>{formatDay(row.inForceFrom)}</td>
                <td>{formatDateTime(row.publishedAt)}</td><td>{row.publishedBy}</td><td>{row.note ?? '–'}</td><td className="df-number">{formatNumber(row.openDossiers, language)}</td>
                <td><Group gap="xs" wrap="nowrap">{(['pdf', 'docx'] as const).map((file) => <a key={file} href={api.documentUrl(procedure.id, row.version, file)} aria-label={t('procedures.documentOf', { version: row.version, file: FILES[file] })}>{FILES[file]}</a>)}</Group></td>
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
    </Paper>
  );
}
