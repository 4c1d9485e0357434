/** The model frameworks there are, and what of them rules a procedure on a day. */
import { useState } from 'react';
import { Badge, Group, NativeSelect, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FrameworkRow, FrameworkRuling } from '../../../server/contract.js';
import { frameworksQuery, rulingsQuery } from '../../api/frameworks.js';
import { formatDate, formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { DateField } from '../../ui/DateField.js';
import { hasRole } from '../../layout/roles.js';
import { sessionQuery } from '../../queries.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Pager } from '../../ui/Pager.js';
import { Answered, Empty } from '../../ui/states.js';
import { useInForce } from './inForce.js';
import { NewFramework } from './NewFramework.js';
import { PackageForm } from './PackageForm.js';
import { useAttribute } from './telling.js';
import './words.js';

export function FrameworksPage() {
  const { t } = useWords();
  const [page, setPage] = useState(1);
  const person = useQuery(sessionQuery).data?.person;
  return (
    <>
      <PageHeader title={t('frameworks.title')} note={t('frameworks.note')} />
      <Answered query={useQuery(frameworksQuery(page))}>{(found) => (found.items.length === 0 ? <Empty title={t('frameworks.empty')} /> : (
        <>
          <Frameworks rows={found.items} total={found.total} />
          <Pager page={found.page} pageSize={found.pageSize} total={found.total} onPage={setPage} />
        </>
      ))}</Answered>
      <Rulings />
      {person && hasRole(person, ['designer', 'administrator']) ? <><NewFramework /><PackageForm /></> : null}
    </>
  );
}

function Frameworks({ rows, total }: { rows: readonly FrameworkRow[]; total: number }) {
  const { t, language } = useWords();
  const inForce = useInForce();
  return (
    <div className="df-table-wrap" data-list="true">
      <table className="df-table">
        <caption>{t('frameworks.caption', { n: formatNumber(total, language) })}</caption>
        <thead><tr><th scope="col">{t('frameworks.name')}</th><th scope="col">{t('frameworks.publisher')}</th><th scope="col">{t('frameworks.version')}</th><th scope="col" className="df-number">{t('frameworks.samples')}</th><th scope="col" className="df-number">{t('frameworks.adopters')}</th><th scope="col">{t('frameworks.adopted')}</th></tr></thead>
        <tbody>{rows.map((row) => (
          <tr key={row.id}>
            <td><Link to="/frameworks/$frameworkId" params={{ frameworkId: row.id }}>{row.title[language]}</Link>{row.fits ? null : <Text size="xs" c="gray.7">{t('frameworks.notFor')}</Text>}</td>
            <td data-label={t('frameworks.publisher')}>{row.publisher}{row.sector ? ` · ${row.sector[language]}` : ''}</td>
            <td data-label={t('frameworks.version')}>{row.version}, {inForce(row)}{row.withdrawn ? ` (${t('frameworks.withdrawn')})` : ''}</td>
            <td className="df-number" data-label={t('frameworks.samples')}>{formatNumber(row.samples, language)}</td>
            <td className="df-number" data-label={t('frameworks.adopters')}>{formatNumber(row.adopters, language)}</td>
            <td data-label={t('frameworks.adopted')}>{row.adopted === undefined ? t('frameworks.notAdopted') : t('frameworks.adoptedVersion', { n: row.adopted })} {row.isNew ? <Badge color="ochre" variant="light">{t('frameworks.isNew')}</Badge> : null}</td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}

function Rulings() {
  const { t } = useWords();
  const [code, setCode] = useState('');
  const [on, setOn] = useState<string>();
  return (
    <Paper p="md" mt="md" component="section" aria-labelledby="rulings-title">
      <Title order={2} id="rulings-title" mb={4}>{t('frameworks.rulings.title')}</Title>
      <Text size="sm" mb="sm">{t('frameworks.rulings.note')}</Text>
      <Answered query={useQuery(rulingsQuery(code, on))} rows={2}>{(found) => (
        <>
          <Group gap="sm" align="flex-start" mb="sm">
            <NativeSelect label={t('frameworks.rulings.code')} value={code} onChange={(event) => setCode(event.currentTarget.value)} data={[{ value: '', label: t('frameworks.rulings.choose') }, ...found.codes.map((each) => ({ value: each.code, label: `${each.code} – ${each.name}` }))]} maw="100%" />
            <DateField label={t('frameworks.rulings.on')} value={found.on} onChange={(day) => setOn(typeof day === 'string' ? day : undefined)} />
          </Group>
          {code === '' ? null : found.rulings.length === 0 ? <Text size="sm">{t('frameworks.rulings.none')}</Text> : <RulingTable rows={found.rulings} caption={t('frameworks.rulings.caption', { code, on: formatDate(`${found.on}T00:00:00+07:00`) })} />}
        </>
      )}</Answered>
    </Paper>
  );
}

function RulingTable({ rows, caption }: { rows: readonly FrameworkRuling[]; caption: string }) {
  const { t, language } = useWords();
  const attribute = useAttribute();
  const name = (of: string): string => (of.startsWith('document ') ? `${t('frameworks.kind.requiredDocument')} ${of.slice(9)}` : attribute(of));
  return (
    <div className="df-table-wrap" data-list="true">
      <table className="df-table">
        <caption>{caption}</caption>
        <thead><tr>{(['attribute', 'value', 'framework', 'rule', 'others'] as const).map((each) => <th key={each} scope="col">{t(`frameworks.rulings.${each}`)}</th>)}</tr></thead>
        <tbody>{rows.map((row) => (
          <tr key={row.attribute}>
            <td>{name(row.attribute)}</td><td data-label={t('frameworks.rulings.value')}>{row.value}</td>
            <td data-label={t('frameworks.rulings.framework')}>{row.title[language]}, {t('frameworks.version').toLowerCase()} {row.version}</td>
            <td data-label={t('frameworks.rulings.rule')}>{t(`frameworks.rulings.why.${row.rule}`)}</td>
            <td data-label={t('frameworks.rulings.others')}>{row.others.length === 0 ? '–' : row.others.map((each) => `${each.title[language]}: ${each.value}`).join('; ')}</td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}
