/** The rules that dossiers are handled by, each with its value, legal basis and who has set it; administrators change them. */
import { Fragment, useState } from 'react';
import { Badge, Button, NativeSelect, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { RuleRow, RulesView } from '../../../server/contract.js';
import { rulesQuery } from '../../api/setup.js';
import { formatDate } from '../../format.js';
import { rules as en } from '../../i18n/en/rules.js';
import { useWords } from '../../i18n/index.js';
import { addWords } from '../../i18n/late.js';
import { rules as vi } from '../../i18n/vi/rules.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Answered } from '../../ui/states.js';
import { ChangeForm } from './ChangeForm.js';
import { Changes } from './Changes.js';
import { useValue } from './words.js';

addWords({ vi, en });

export function RulesPage() {
  const { t } = useWords();
  const [agency, setAgency] = useState('');
  const query = useQuery(rulesQuery(agency));
  return (
    <>
      <PageHeader title={t('rules.title')} note={t('rules.note')} />
      <Answered query={query}>{(view) => (
        <>
          <NativeSelect label={t('rules.scope')} mb="sm" maw={420} value={agency} onChange={(event) => setAgency(event.currentTarget.value)}
            data={[{ value: '', label: t('rules.allAgencies') }, ...view.agencies.map(({ id, name }) => ({ value: id, label: name }))]} />
          <RuleSet key={view.agency ?? ''} view={query.isPlaceholderData ? { ...view, mayChange: false } : view} />
          <Changes view={view} />
        </>
      )}</Answered>
    </>
  );
}

function RuleSet({ view }: { view: RulesView }) {
  const { t, language } = useWords();
  const [editing, setEditing] = useState<string | null>(null);
  return (
    <Paper p="md" component="section" aria-labelledby="rules-title">
      <Title order={2} id="rules-title">{view.name[language]}</Title>
      <Text size="sm" c="gray.7" mb="sm">{t('rules.version', { version: view.version, from: formatDate(view.from) })}</Text>
      <div className="df-table-wrap" data-list="true" tabIndex={0} role="group" aria-labelledby="rules-title">
        <table className="df-table">
          <thead><tr><th scope="col">{t('rules.rule')}</th><th scope="col">{t('rules.value')}</th><th scope="col">{t('rules.basis')}</th>{view.mayChange ? <th scope="col">{t('rules.change')}</th> : null}</tr></thead>
          <tbody>{view.rules.map((rule) => (
            <Fragment key={rule.key}>
              <Row rule={rule} mayChange={view.mayChange} onChange={() => setEditing(editing === rule.key ? null : rule.key)} isOpen={editing === rule.key} />
              {editing === rule.key ? <tr><td colSpan={4}><ChangeForm view={view} rule={rule} onClose={() => setEditing(null)} /></td></tr> : null}
            </Fragment>
          ))}</tbody>
        </table>
      </div>
    </Paper>
  );
}

function Row({ rule, mayChange, onChange, isOpen }: { rule: RuleRow; mayChange: boolean; onChange: () => void; isOpen: boolean }) {
  const { t, language } = useWords();
  const show = useValue();
  const title = rule.title[language];
  return (
    <tr data-rule={rule.key}>
      <td>{title}<span className="df-sub">{rule.key}</span></td>
      <td data-label={t('rules.value')}>
        {show(rule.value)}
        {rule.change ? <span className="df-sub">{t(rule.change.agencyName ? 'rules.setForAgency' : 'rules.setForAll', { from: formatDate(rule.change.from) })} · {rule.change.byName}: {rule.change.reason}</span> : null}
        {rule.planned.map((next) => <span className="df-sub" key={next.n}>{next.value === null ? t('rules.plannedNone', { from: formatDate(next.from) }) : t('rules.planned', { from: formatDate(next.from), value: show(next.value) })} · {next.agencyName ?? t('rules.allAgencies')}</span>)}
      </td>
      <td data-label={t('rules.basis')}>{rule.basis} {rule.confirmed ? null : <Badge variant="outline" color="ochre.9">{t('rules.unconfirmed')}</Badge>}</td>
      {mayChange ? <td><Button variant="subtle" size="compact-sm" aria-label={t('rules.changeRule', { rule: title })} aria-expanded={isOpen} onClick={onChange}>{t('rules.change')}</Button></td> : null}
    </tr>
  );
}
