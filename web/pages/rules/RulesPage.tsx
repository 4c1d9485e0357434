/** The rules that dossiers are handled by, each with its value, legal basis and dates of effect. */
import { Badge, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { RuleSetView } from '../../../server/contract.js';
import { formatDate, formatNumber } from '../../format.js';
import { rules as en } from '../../i18n/en/rules.js';
import { useWords } from '../../i18n/index.js';
import { addWords } from '../../i18n/late.js';
import { rules as vi } from '../../i18n/vi/rules.js';
import { rulesQuery } from '../../queries.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Answered } from '../../ui/states.js';

addWords({ vi, en });

export function RulesPage() {
  const { t } = useWords();
  const query = useQuery(rulesQuery);
  return (
    <>
      <PageHeader title={t('rules.title')} note={t('rules.note')} />
      <Answered query={query}>{({ items }) => <Stack gap="md">{items.map((set) => <RuleSet key={`${set.id}${set.version}`} set={set} />)}</Stack>}</Answered>
    </>
  );
}

function RuleSet({ set }: { set: RuleSetView }) {
  const { t, language } = useWords();
  const show = useValue();
  const id = `rules-${set.id}-${set.version}`;
  return (
    <Paper p="md" component="section" aria-labelledby={id}>
      <Title order={2} id={id}>{set.name[language]}</Title>
      <Text size="sm" c="gray.7" mb="sm">{[t('rules.version', { version: set.version, from: formatDate(set.from) }), set.to ? t('rules.until', { to: formatDate(set.to) }) : '', set.agencies.join(', ') || t('rules.allAgencies')].filter(Boolean).join(' · ')}</Text>
      <div style={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-labelledby={id}>
        <table className="df-table">
          <thead><tr><th scope="col">{t('rules.rule')}</th><th scope="col">{t('rules.value')}</th><th scope="col">{t('rules.basis')}</th></tr></thead>
          <tbody>{set.rules.map((rule) => (
            <tr key={rule.key}>
              <td>{rule.title[language]}<span className="df-sub">{rule.key}</span></td><td>{show(rule.value)}</td>
              <td>{rule.basis} {rule.confirmed ? null : <Badge variant="outline" color="ochre.9">{t('rules.unconfirmed')}</Badge>}</td>
            </tr>
          ))}</tbody>
        </table>
      </div>
    </Paper>
  );
}

/** Roles and states in words; a stretch of time with its unit. */
function useValue(): (value: unknown) => string {
  const { t, language } = useWords();
  return (value) => {
    if (typeof value === 'boolean') return t(value ? 'rules.yes' : 'rules.no');
    if (typeof value === 'number') return formatNumber(value, language);
    if (Array.isArray(value)) return value.map((role: string) => t(`role.${role}`, { defaultValue: role })).join(', ');
    if (typeof value !== 'object' || value === null) return String(value);
    if ('unit' in value && 'value' in value) return `${formatNumber(Number(value.value), language)} ${t(`rules.units.${String(value.unit)}`)}`;
    return Object.entries(value).map(([state, number]) => `${String(number)} ${t(`dossierState.${state}`, { defaultValue: state })}`).join('; ');
  };
}
