/** Procedures with their versions in force, drafts and findings. */
import { useState } from 'react';
import { Badge, Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ProcedureRow } from '../../../server/contract.js';
import { api } from '../../api.js';
import { fold, formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { hasRole } from '../../layout/roles.js';
import { proceduresQuery, sessionQuery } from '../../queries.js';
import { useLimit } from '../../ui/DueMark.js';
import { FindingCounts } from '../../ui/FindingCounts.js';
import { Icon } from '../../ui/icons.js';
import { PaperLinks } from '../../ui/PaperLinks.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { SearchField } from '../../ui/SearchField.js';
import { Answered, Empty } from '../../ui/states.js';
import { idIfAmbiguous } from './ambiguous.js';
import { NewProcedure } from './NewProcedure.js';
import '../receive/words.js';
import './words.js';

export function ProceduresPage() {
  const { t, language } = useWords();
  const query = useQuery(proceduresQuery);
  const person = useQuery(sessionQuery).data?.person;
  const [text, setText] = useState('');
  const [adding, setAdding] = useState(false);
  const mayDesign = person ? hasRole(person, ['designer', 'administrator']) : false;
  return (
    <>
      <PageHeader title={t('procedures.title')}>
        <Button variant="default" renderRoot={(props) => <Link {...props} to="/library" />}>{t('procedures.map')}</Button>
        <Button variant="default" renderRoot={(props) => <Link {...props} to="/frameworks" />}>{t('procedures.frameworks')}</Button>
        <Button variant="default" renderRoot={(props) => <Link {...props} to="/documents" />}>{t('procedures.documents')}</Button>
        <Button variant="default" renderRoot={(props) => <Link {...props} to="/conformity" />}>{t('procedures.conformity')}</Button>
        {mayDesign ? <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>{t('procedures.new')}</Button> : null}
      </PageHeader>
      <Group mb="sm" justify="space-between"><SearchField value={text} label={t('receive.search')} onSearch={setText} /><PaperLinks name={t('procedures.list')} url={(file) => api.procedureListUrl(file, language)} /></Group>
      <Answered query={query}>
        {(rows) => {
          const found = rows.filter((row) => fold(`${row.code} ${row.name} ${row.field ?? ''}`).includes(fold(text)));
          return found.length === 0 ? <Empty title={t('procedures.empty')} /> : <ProcedureTable rows={found} />;
        }}
      </Answered>
      <NewProcedure opened={adding} onClose={() => setAdding(false)} />
    </>
  );
}

function ProcedureTable({ rows }: { rows: ProcedureRow[] }) {
  const { t, language } = useWords();
  const limitInWords = useLimit();
  return (
    <div className="df-table-wrap" data-list="true">
      <table className="df-table">
        <caption>{t('procedures.caption', { n: formatNumber(rows.length, language) })}</caption>
        <thead><tr><th scope="col">{t('procedures.code')}</th><th scope="col">{t('procedures.name')}</th><th scope="col">{t('receive.limit')}</th><th scope="col">{t('procedures.version')}</th><th scope="col" className="df-number">{t('procedures.open')}</th><th scope="col">{t('findings.title')}</th></tr></thead>
        <tbody>{rows.map((row) => (
          <tr key={row.id} data-procedure={row.code}>
            <td>{row.code}</td>
            <td><Link to="/procedures/$procedureId" params={{ procedureId: row.id }}>{row.name}</Link><span className="df-sub">{[row.field, idIfAmbiguous(row, rows)].filter(Boolean).join(' · ')}</span></td>
            <td data-label={t('receive.limit')} className="df-nowrap">{row.limit ? limitInWords(row.limit) : '–'}</td>
            <td data-label={t('procedures.version')}><Group gap={6}>{row.currentVersion !== undefined ? <span>{row.currentVersion}</span> : null}{row.hasDraft ? <Badge size="sm" color="ochre">{t('procedures.draft')}</Badge> : null}</Group></td>
            <td className="df-number" data-label={t('procedures.open')}>{formatNumber(row.openDossiers, language)}</td>
            <td data-label={t('findings.title')}><FindingCounts counts={row.findings} /></td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}
