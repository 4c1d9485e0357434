/** One dossier on one screen: decide on the left, where it stands and how it came there on the right. */
import { useState } from 'react';
import { Badge, Button, Grid, Group, Paper, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { AttachmentRow, DossierView } from '../../../server/contract.js';
import { api } from '../../api.js';
import { casework as enCase } from '../../i18n/en/case.js';
import { dossierPage as enPage } from '../../i18n/en/dossier-page.js';
import { useWords } from '../../i18n/index.js';
import { addWords } from '../../i18n/late.js';
import { casework as viCase } from '../../i18n/vi/case.js';
import { dossierPage as viPage } from '../../i18n/vi/dossier-page.js';
import { dossierQuery, procedureXmlQuery, sessionQuery } from '../../queries.js';
import { Drawing } from '../../ui/Drawing.js';
import { DueMark } from '../../ui/DueMark.js';
import { Icon } from '../../ui/icons.js';
import { DossierRecords } from '../improvements/ReaderRecords.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Answered } from '../../ui/states.js';
import { Attachments } from './Attachments.js';
import { Actions } from './Actions.js';
import { CasePanel, HaltNote } from './CasePanel.js';
import { Applicant, DossierData, Parts } from './Facts.js';
import { Clocks } from './Clocks.js';
import { DueLedger } from './DueLedger.js';
import { FormLinks } from './FormLinks.js';
import { Incidents } from './Incidents.js';
import { KeptNote, withKept, type Kept } from './KeptNote.js';
import { Preview } from './Preview.js';
import { useNews } from './useNews.js';
import { Timeline } from './Timeline.js';
import { WorkPanel } from './WorkPanel.js';
import '../receive/words.js';

addWords({ vi: { ...viCase, ...viPage }, en: { ...enCase, ...enPage } });

export function DossierPage() {
  const { dossierId } = useParams({ from: '/shell/dossiers/$dossierId' });
  const query = useQuery(dossierQuery(dossierId));
  return <Answered query={query} rows={10}>{(dossier) => <Dossier key={dossier.id} dossier={dossier} />}</Answered>;
}

function Dossier({ dossier }: { dossier: DossierView }) {
  const { t } = useWords();
  const [kept, setKept] = useState<Kept[]>([]);
  const [preview, setPreview] = useState<{ row: AttachmentRow; button: HTMLElement } | null>(null);
  const person = useQuery(sessionQuery).data?.person;
  useNews(dossier, person?.id ?? '');
  return (
    <>
      <PageHeader title={dossier.dossierNo} note={`${dossier.procedureCode} · ${dossier.procedureName} · ${t('dossier.version', { version: dossier.version })}`}>
        <Badge size="lg">{t(`dossierState.${dossier.state}`)}</Badge>
        <DueMark state={dossier.dueState} overdueMinutes={dossier.overdueMinutes} />
        <Button component="a" href={api.formUrl(dossier.id, { form: '01', n: 1 })} target="_blank" variant="default" leftSection={<Icon name="print" size={16} />}>{t('dossier.receipt')}</Button>
      </PageHeader>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Stack gap="md">
            <Incidents dossier={dossier} mayResolve={person?.roles.includes('administrator') ?? false} />
            <KeptNote kept={kept} timeline={dossier.timeline} onClose={() => setKept([])} />
            <HaltNote dossier={dossier} />
            {dossier.work.map((work) => <WorkPanel key={work.id} work={work} dossierId={dossier.id} me={person?.id ?? ''} onKeep={(text) => setKept((before) => withKept(before, { text, element: work.element, step: work.step }))} />)}
            {dossier.work.length === 0 ? <Ended dossier={dossier} /> : null}
            <Actions dossierId={dossier.id} seq={dossier.seq} />
            <CasePanel dossier={dossier} />
            <Applicant dossier={dossier} />
            <Parts dossier={dossier} />
            <DossierData dossier={dossier} />
            <Attachments dossierId={dossier.id} shown={preview?.row.id} onShow={(row, button) => setPreview(preview?.row.id === row.id ? null : { row, button })} />
            <FormLinks dossierId={dossier.id} seq={dossier.seq} />
            <DossierRecords dossierId={dossier.id} dossierNo={dossier.dossierNo} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Stack gap="md">
            {preview ? <Preview row={preview.row} dossierId={dossier.id} onClose={() => { preview.button.focus(); setPreview(null); }} /> : null}
            <Paper p="md" component="section" aria-labelledby="drawing-title">
              <Title order={2} id="drawing-title" mb="xs">{t('dossier.drawing')}</Title>
              <PathDrawing dossier={dossier} />
            </Paper>
            {dossier.due ? <DueLedger due={dossier.due} /> : null}
            <Clocks dossier={dossier} />
            <Paper p="md" component="section" aria-labelledby="timeline-title">
              <Title order={2} id="timeline-title" mb="sm">{t('dossier.timeline')}</Title>
              <Timeline entries={dossier.timeline} />
            </Paper>
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  );
}

function PathDrawing({ dossier }: { dossier: DossierView }) {
  const { t } = useWords();
  const query = useQuery(procedureXmlQuery(dossier.procedureId, dossier.version));
  const where = dossier.steps.map((step) => `${step.name} (${step.departmentName})`).join(', ');
  return (
    <Answered query={query} rows={4}>
      {({ xml }) => <Drawing xml={xml} height={480} path={dossier.path} label={where ? t('dossier.drawingLabel', { where }) : t('dossier.drawingEnded')} />}
    </Answered>
  );
}

function Ended({ dossier }: { dossier: DossierView }) {
  const { t } = useWords();
  return <Paper p="md"><Group justify="space-between"><Title order={2}>{dossier.endedAt ? t('dossier.ended') : t('dossier.waiting')}</Title><Badge>{t(`dossierState.${dossier.state}`)}</Badge></Group></Paper>;
}
