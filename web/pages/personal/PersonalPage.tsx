/** Personal data, for administrators: what is kept about one person, by which rule it goes, what is due and what has gone. */
import { Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RetentionRule, RetentionView } from '../../../server/contract.js';
import { setup } from '../../api/setup.js';
import { formatDate, formatDateTime, formatNumber } from '../../format.js';
import { personal as en } from '../../i18n/en/personal.js';
import { useWords } from '../../i18n/index.js';
import { addWords } from '../../i18n/late.js';
import { personal as vi } from '../../i18n/vi/personal.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Answered } from '../../ui/states.js';
import { ExportForm } from './ExportForm.js';

addWords({ vi, en });

export function PersonalPage() {
  const { t } = useWords();
  const query = useQuery({ queryKey: ['retention'], queryFn: () => setup.retention() });
  return (
    <>
      <PageHeader title={t('personal.title')} />
      <Stack gap="md">
        <ExportForm />
        <Answered query={query} rows={6}>{(view) => <><Rules view={view} /><Due view={view} /><Done view={view} /></>}</Answered>
      </Stack>
    </>
  );
}

function useRuleWords(): (rule: RetentionRule) => string {
  const { t } = useWords();
  return ({ months }) => (months === 0 ? t('personal.kept') : t('personal.months', { n: months }));
}

function Rules({ view }: { view: RetentionView }) {
  const { t } = useWords();
  const words = useRuleWords();
  const scope = (of: string): string => (of === 'all' || of === 'default' ? t(`personal.scope.${of}`) : of.slice(of.indexOf(':') + 1));
  return (
    <Paper p="md" component="section" aria-labelledby="rules-title">
      <Title order={2} id="rules-title" mb={4}>{t('personal.rules')}</Title>
      <Text size="sm" mb="sm" maw="70ch">{t('personal.rulesText')} <Link to="/settings">{t('personal.toSettings')}</Link></Text>
      <dl className="df-facts">{view.rules.map((rule) => [<dt key={`${rule.scope}t`}>{scope(rule.scope)}</dt>, <dd key={rule.scope}>{words(rule)} · {rule.basis}</dd>])}</dl>
    </Paper>
  );
}

function Due({ view }: { view: RetentionView }) {
  const { t, language } = useWords();
  const words = useRuleWords();
  return (
    <Paper p="md" component="section" aria-labelledby="due-title">
      <Title order={2} id="due-title" mb="sm">{t('personal.due', { n: formatNumber(view.due, language) })}</Title>
      {view.first.length === 0 ? <Text size="sm">{t('personal.noneDue')}</Text> : (
        <div style={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-labelledby="due-title">
          <table className="df-table">
            <thead><tr><th scope="col">{t('personal.dossier')}</th><th scope="col">{t('personal.procedure')}</th><th scope="col">{t('personal.closedAt')}</th><th scope="col">{t('personal.rule')}</th></tr></thead>
            <tbody>{view.first.map((each) => (
              <tr key={each.dossierId} data-due={each.dossierNo}><td><Link to="/dossiers/$dossierId" params={{ dossierId: each.dossierId }}>{each.dossierNo}</Link></td><td>{each.procedureName}</td><td>{formatDate(each.closedAt)}</td><td>{words(each.rule)}</td></tr>
            ))}</tbody>
          </table>
        </div>
      )}
    </Paper>
  );
}

function Done({ view }: { view: RetentionView }) {
  const { t } = useWords();
  const words = useRuleWords();
  if (view.done.length === 0) return null;
  return (
    <Paper p="md" component="section" aria-labelledby="done-title">
      <Title order={2} id="done-title" mb="sm">{t('personal.done')}</Title>
      <div style={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-labelledby="done-title">
        <table className="df-table">
          <thead><tr><th scope="col">{t('personal.dossier')}</th><th scope="col">{t('personal.erasedAt')}</th><th scope="col">{t('personal.rule')}</th><th scope="col">{t('personal.what')}</th></tr></thead>
          <tbody>{view.done.map((each) => (
            <tr key={each.dossierId} data-done={each.dossierNo}><td><Link to="/dossiers/$dossierId" params={{ dossierId: each.dossierId }}>{each.dossierNo}</Link></td><td>{formatDateTime(each.at)}</td><td>{words(each.rule)} · {each.rule.basis}</td><td>{t('personal.kinds', each.kinds)}</td></tr>
          ))}</tbody>
        </table>
      </div>
    </Paper>
  );
}
