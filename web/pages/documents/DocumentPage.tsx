/** One document of the quality system: what is in force, its objectives, who has read it, its life, its issues and its draft. */
import { useState } from 'react';
import { Anchor, Button, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { DocumentContent, DocumentRevisionView, DocumentView } from '../../../server/contract.js';
import { documentQuery, documentRevisionQuery, documents } from '../../api/documents.js';
import { formatSize } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Answered } from '../../ui/states.js';
import { Acts } from '../versions/Acts.js';
import { Comments } from '../versions/Comments.js';
import { formatDay, History, LifeFacts } from '../versions/LifeFacts.js';
import { DocumentDossiers } from '../improvements/ReaderRecords.js';
import { StateBadge } from '../versions/StateBadge.js';
import type { Subject } from '../versions/useLife.js';
import '../versions/versions.css';
import { DraftForm, type Base } from './DraftForm.js';
import { ObjectiveResults } from './Objectives.js';
import { OwnReading, Readers } from './Reading.js';
import { RichShown } from './RichShown.js';
import { Section } from './Section.js';
import './words.js';

export function DocumentPage() {
  const { documentId } = useParams({ from: '/shell/documents/$documentId' });
  const { version } = useSearch({ from: '/shell/documents/$documentId' });
  return (
    <Answered query={useQuery(documentQuery(documentId))} rows={8}>{(view) => {
      const wanted = version ?? view.version;
      return wanted === undefined ? <Page view={view} /> : <WithRevision key={wanted} view={view} version={wanted} />;
    }}</Answered>
  );
}

function WithRevision({ view, version }: { view: DocumentView; version: number }) {
  return <Answered query={useQuery(documentRevisionQuery(view.id, version))} rows={8}>{(revision) => <Page view={view} revision={revision} />}</Answered>;
}

function Page({ view, revision }: { view: DocumentView; revision?: DocumentRevisionView }) {
  const { t } = useWords();
  const kind = t(`documents.kind.${view.kind}`);
  const told = { code: view.code, kind };
  return (
    <>
      <PageHeader title={revision?.title ?? view.title} note={<>{revision ? t('documents.versionOf', { ...told, version: revision.version }) : t('documents.noVersion', told)} · <Link to="/documents" search={{}}>{t('documents.back')}</Link></>}>
        {revision ? <StateBadge state={revision.state} /> : null}
        {revision ? (['pdf', 'docx'] as const).map((file) => <Button key={file} variant="default" component="a" href={documents.printUrl(view.id, revision.version, file)} target="_blank">{t(`documents.${file}`)}</Button>) : null}
      </PageHeader>
      <Stack gap="md">
        {revision ? <Issue revision={revision} /> : null}
        {view.versions.length > 0 ? <Section id="versions" title={t('documents.versions')}><Issues view={view} /></Section> : null}
        <DocumentDossiers documentId={view.id} />
        {view.mayWrite ? <Draft view={view} /> : null}
      </Stack>
    </>
  );
}

const subjectOf = (id: string, version: number): Subject => ({
  life: documentRevisionQuery(id, version).queryKey, also: documentQuery(id).queryKey,
  do: (wish) => documents.do(id, version, wish), answer: (comment, text) => documents.answer(id, version, comment, text), resolve: (comment, resolved) => documents.resolve(id, version, comment, resolved),
});

function Issue({ revision }: { revision: DocumentRevisionView }) {
  const { t } = useWords();
  const { documentId, version } = revision;
  const subject = subjectOf(documentId, version);
  return (
    <>
      <OwnReading revision={revision} />
      <Section id="content" title={t('documents.content')}><Content documentId={documentId} version={version} content={revision.content} /></Section>
      {revision.kind === 'objectives' ? <Section id="objectives" title={t('documents.objectives.title')}><ObjectiveResults documentId={documentId} version={version} /></Section> : null}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Section id="life" title={t('version.life')}>
          <LifeFacts life={revision} />
          <Text size="sm" mt="xs">{t('documents.concerned')}: {revision.concerned.length === 0 ? t('documents.everybody') : revision.concerned.map(({ name }) => name).join(', ')}</Text>
        </Section>
        <Section id="acts" title={t('version.acts')}><Acts life={revision} subject={subject} /></Section>
      </SimpleGrid>
      {revision.may.comment || revision.comments.length > 0 ? <Section id="comments" title={t('version.comments.title')}><Comments life={revision} subject={subject} elements={[]} onElement={() => undefined} /></Section> : null}
      {revision.reading.maySeeReaders ? <Section id="readers" title={t('documents.readers.title')}><Readers documentId={documentId} version={version} /></Section> : null}
      <History life={revision} />
    </>
  );
}

function Content({ documentId, version, content: { text, file } }: { documentId: string; version: number; content: DocumentContent }) {
  const { t, language } = useWords();
  if (file) return <Anchor href={documents.fileUrl(documentId, version)}>{t('documents.file', { name: file.name, size: formatSize(file.size, language) })}</Anchor>;
  return text ? <RichShown text={text} /> : <Text size="sm" c="gray.6">{t('documents.noContent')}</Text>;
}

function Issues({ view }: { view: DocumentView }) {
  const { t } = useWords();
  const label = (key: string): string => t(`documents.column.${key}`);
  return (
    <div className="df-table-wrap" data-list="true">
      <table className="df-table">
        <thead><tr>{['version', 'state', 'inForceFrom', 'note'].map((key) => <th key={key} scope="col">{label(key)}</th>)}</tr></thead>
        <tbody>{view.versions.map(({ version, state, inForceFrom, note }) => (
          <tr key={version}>
            <td data-label={label('version')}><Link to="/documents/$documentId" params={{ documentId: view.id }} search={{ version }}>{t('documents.show', { version })}</Link></td>
            <td data-label={label('state')}><StateBadge state={state} /></td>
            <td data-label={label('inForceFrom')}>{inForceFrom ? formatDay(inForceFrom) : '–'}</td>
            <td data-label={label('note')}>{note ?? '–'}</td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}

/** Begins with the draft there is, else with what the last issue says. */
function Draft({ view }: { view: DocumentView }) {
  const { t } = useWords();
  const last = view.versions[0];
  const [open, setOpen] = useState(last === undefined);
  const preparing = view.inPreparation && view.inPreparation.state !== 'returned' ? view.inPreparation : undefined;
  return (
    <Section id="draft" title={t('documents.draft.title')}>
      {preparing ? <Text size="sm" c="gray.6">{t('documents.draft.inReview', { version: preparing.version })}</Text>
        : !open ? <Button variant="default" onClick={() => setOpen(true)}>{t('documents.draft.open')}</Button>
          : view.draft ? <Form view={view} base={{ ...view.draft, concerned: view.draft.concerned.map(({ id }) => id) }} />
            : last ? <FromLast view={view} version={last.version} /> : <Form view={view} base={{ title: view.title, content: {}, concerned: [] }} />}
    </Section>
  );
}

function FromLast({ view, version }: { view: DocumentView; version: number }) {
  return <Answered query={useQuery(documentRevisionQuery(view.id, version))} rows={6}>{({ title, content, concerned }) => <Form view={view} base={{ title, content, concerned: concerned.map(({ id }) => id) }} />}</Answered>;
}

/** Opened anew when somebody else's draft is wanted in the place of one's own. */
function Form({ view, base }: { view: DocumentView; base: Base }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [opened, setOpened] = useState(0);
  const reload = async (): Promise<void> => {
    await client.refetchQueries({ queryKey: documentQuery(view.id).queryKey, exact: true });
    setOpened((before) => before + 1);
  };
  const submitted = async (version: number): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['documents'] });
    await navigate({ to: '/documents/$documentId', params: { documentId: view.id }, search: { version } });
  };
  return <DraftForm key={opened} view={view} base={base} onSubmitted={(version) => void submitted(version)} onReload={() => void reload()} />;
}
