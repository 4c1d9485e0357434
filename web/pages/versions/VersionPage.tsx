/** One version from draft to its end: state, drawing with comments, what is to be done, everything that was done. */
import { useMemo, useState } from 'react';
import { Button, Paper, SimpleGrid, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { RevisionView } from '../../../server/contract.js';
import { api } from '../../api.js';
import { lifeQuery } from '../../api/versions.js';
import { useWords } from '../../i18n/index.js';
import { procedureXmlQuery } from '../../queries.js';
import { Drawing } from '../../ui/Drawing.js';
import { PaperLinks } from '../../ui/PaperLinks.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Answered } from '../../ui/states.js';
import { Acts } from './Acts.js';
import { Comments } from './Comments.js';
import { Differences } from './Differences.js';
import { elementsOf } from './elements.js';
import { History, LifeFacts } from './LifeFacts.js';
import { commentMarks } from './marks.js';
import { StateBadge } from './StateBadge.js';
import { versionOf } from './useLife.js';
import './versions.css';
import './words.js';

export function VersionPage() {
  const { procedureId, version } = useParams({ from: '/shell/procedures/$procedureId/versions/$version' });
  const life = useQuery(lifeQuery(procedureId, Number(version)));
  const xml = useQuery(procedureXmlQuery(procedureId, Number(version)));
  return <Answered query={life} rows={8}>{(view) => <Answered query={xml} rows={8}>{(stored) => <Version life={view} xml={stored.xml} />}</Answered>}</Answered>;
}

function Version({ life, xml }: { life: RevisionView; xml: string }) {
  const { t, language } = useWords();
  const [element, setElement] = useState<string>();
  const elements = useMemo(() => elementsOf(xml), [xml]);
  const marks = useMemo(() => commentMarks(life.comments, (n) => t('version.comments.chip', { n })), [life.comments, t]);
  const params = { procedureId: life.procedureId };
  const subject = versionOf(life.procedureId, life.version);
  return (
    <>
      <PageHeader title={t('version.title', { name: life.name, version: life.version })} note={<>{life.code} · <Link to="/procedures/$procedureId" params={params}>{t('version.back')}</Link></>}>
        <StateBadge state={life.state} />
        <Button variant="default" component="a" href={api.documentUrl(life.procedureId, life.version, 'pdf')} target="_blank">{t('version.document')}</Button>
        <Button variant="default" renderRoot={(props) => <Link {...props} to="/procedures/$procedureId/design" params={params} search={{ version: life.state === 'returned' ? 'draft' : life.version }} />}>{t('version.design')}</Button>
      </PageHeader>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
          <Paper p="md" component="section" aria-labelledby="life-title"><Title order={2} id="life-title" mb="sm">{t('version.life')}</Title><LifeFacts life={life} /><PaperLinks name={t('version.processTable')} url={(file) => api.processTableUrl(life.procedureId, life.version, file, language)} /></Paper>
          <Paper p="md" component="section" aria-labelledby="acts-title"><Title order={2} id="acts-title" mb="sm">{t('version.acts')}</Title><Acts life={life} subject={subject} /></Paper>
        </SimpleGrid>
        <Paper p="md" component="section" aria-labelledby="drawing-title">
          <Title order={2} id="drawing-title" mb="xs">{t('version.drawing')}</Title>
          <Drawing xml={xml} label={life.name} height={440} marks={marks} {...(element !== undefined && { focus: element })} onSelect={(id) => { if (elements.some((each) => each.id === id)) setElement(id); }} />
        </Paper>
        {life.may.comment || life.comments.length > 0 ? (
          <Paper p="md" component="section" aria-labelledby="comments-title"><Title order={2} id="comments-title" mb="sm">{t('version.comments.title')}</Title><Comments life={life} subject={subject} elements={elements} element={element} onElement={setElement} /></Paper>
        ) : null}
        <Differences procedureId={life.procedureId} version={life.version} name={life.name} />
        <History life={life} />
      </Stack>
    </>
  );
}
