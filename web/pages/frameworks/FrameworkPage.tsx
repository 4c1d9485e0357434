/** One framework: what it holds, which procedures the agency has by its guideline, what it follows; for its publisher, who follows it. */
import { Alert, Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { FrameworkView } from '../../../server/contract.js';
import { frameworkQuery, packageUrl } from '../../api/frameworks.js';
import { formatDateTime, formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Answered } from '../../ui/states.js';
import { Amend } from './Amend.js';
import { Guideline } from './Guideline.js';
import { useInForce } from './inForce.js';
import { Practice } from './Practice.js';
import './words.js';

export function FrameworkPage() {
  const { frameworkId } = useParams({ from: '/shell/frameworks/$frameworkId' });
  return <Answered query={useQuery(frameworkQuery(frameworkId))}>{(view) => <Framework view={view} />}</Answered>;
}

function Framework({ view }: { view: FrameworkView }) {
  const { t, language } = useWords();
  const inForce = useInForce();
  const old = view.procedures.filter(({ adopted }) => adopted && adopted.version < view.version);
  return (
    <>
      <PageHeader title={view.title[language]} note={`${view.publisher} · ${t('frameworks.version').toLowerCase()} ${view.version}, ${inForce(view)}`} />
      <Stack gap="md">
        <Group gap="md">
          <Anchor component={Link} to="/frameworks" size="sm">{t('frameworks.back')}</Anchor>
          {view.mayAdopt ? <Anchor href={packageUrl(view.id)} download size="sm">{t('frameworks.package.download')}</Anchor> : null}
        </Group>
        {old.length > 0 ? <Alert color="ochre" title={t('frameworks.newVersion.title', { n: view.version })}>{t('frameworks.newVersion.text', { codes: old.map(({ code }) => code).join(', ') })}</Alert> : null}
        <Followed view={view} />
        <Guideline view={view} />
        {view.isOwn ? <><Practice id={view.id} /><Amend view={view} /></> : null}
        <Versions view={view} />
        <Documents documents={view.documents} />
      </Stack>
    </>
  );
}

function Followed({ view }: { view: FrameworkView }) {
  const { t, language } = useWords();
  const rows = view.procedures.flatMap(({ code, name, adopted }) => (adopted ? [{ code, name, ...adopted }] : []));
  return (
    <Paper p="md" component="section" aria-labelledby="followed-title">
      <Title order={2} id="followed-title" mb="sm">{t('frameworks.procedures.title')}</Title>
      {rows.length === 0 ? <Text size="sm">{t('frameworks.procedures.none')}</Text> : (
        <div className="df-table-wrap" data-list="true">
          <table className="df-table">
            <caption>{t('frameworks.procedures.caption')}</caption>
            <thead><tr><th scope="col">{t('frameworks.guideline.procedure')}</th><th scope="col">{t('frameworks.procedures.follow')}</th><th scope="col">{t('frameworks.procedures.deviations')}</th></tr></thead>
            <tbody>{rows.map((row) => (
              <tr key={row.code}>
                <td><Link to="/frameworks/$frameworkId/$code" params={{ frameworkId: view.id, code: row.code }} aria-label={t('frameworks.procedures.open', { code: row.code })}>{row.code} – {row.name}</Link></td>
                <td data-label={t('frameworks.procedures.follow')}>{row.version}{row.version < view.version ? ` (${t('frameworks.procedures.merge', { n: view.version })})` : ''}</td>
                <td data-label={t('frameworks.procedures.deviations')}>{t('frameworks.procedures.count', { n: formatNumber(row.deviations, language) })}{row.unexplained > 0 ? `, ${t('frameworks.procedures.unexplained', { n: formatNumber(row.unexplained, language) })}` : ''}</td>
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
    </Paper>
  );
}

function Versions({ view }: { view: FrameworkView }) {
  const { t } = useWords();
  const inForce = useInForce();
  return (
    <Paper p="md" component="section" aria-labelledby="versions-title">
      <Title order={2} id="versions-title" mb="sm">{t('frameworks.versions')}</Title>
      <Stack gap="xs" component="ul" style={{ listStyle: 'none', padding: 0, margin: 0 }}>{view.versions.map((each) => (
        <li key={each.version}>
          <Text size="sm" fw={600}>{t('frameworks.version')} {each.version}, {inForce(each)} · {t('frameworks.publishedAt', { at: formatDateTime(each.at) })}</Text>
          {each.withdrawn ? <Text size="sm">{t('frameworks.withdrawnOn', { at: formatDateTime(each.withdrawn.at), reason: each.withdrawn.reason })}</Text> : null}
          {each.note ? <Text size="sm">{each.note}</Text> : null}
          <Text size="xs" c="gray.7" style={{ overflowWrap: 'anywhere' }}>{t('frameworks.hash')}: {each.hash}</Text>
        </li>
      ))}</Stack>
    </Paper>
  );
}

function Documents({ documents }: { documents: FrameworkView['documents'] }) {
  const { t } = useWords();
  if (documents.length === 0) return null;
  return (
    <Paper p="md" component="section" aria-labelledby="documents-title">
      <Title order={2} id="documents-title" mb="sm">{t('frameworks.documents')}</Title>
      {documents.map((each) => <details key={each.id}><summary style={{ padding: '4px 0' }}>{each.name}</summary><Text size="sm" component="pre" style={{ whiteSpace: 'pre-wrap', fontFamily: 'inherit' }} mt="xs">{each.text}</Text></details>)}
    </Paper>
  );
}
