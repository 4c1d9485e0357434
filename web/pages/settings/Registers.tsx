/** The registers of one's own agency: how far each series of numbers has come, and the register itself by year. */
import { Anchor, Group, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { setup } from '../../api/setup.js';
import { useWords } from '../../i18n/index.js';
import { Answered } from '../../ui/states.js';

export function Registers() {
  const { t } = useWords();
  const query = useQuery({ queryKey: ['registers'], queryFn: () => setup.registers() });
  return (
    <Paper p="md" component="section" aria-labelledby="registers-title" data-registers>
      <Title order={2} id="registers-title" mb={4}>{t('registers.title')}</Title>
      <Text size="sm" c="gray.6" mb="sm">{t('registers.note')} <Anchor underline="always" renderRoot={(props) => <Link {...props} to="/rules" />}>{t('registers.rules')}</Anchor></Text>
      <Answered query={query} rows={2}>
        {({ items }) => (
          <div className="df-table-wrap" tabIndex={0} role="group" aria-labelledby="registers-title">
            <table className="df-table">
              <thead><tr>{(['year', 'last', 'next', 'print'] as const).map((each) => <th key={each} scope="col">{t(`registers.${each}`)}</th>)}</tr></thead>
              <tbody>
                {items.map(({ year, last, next }) => (
                  <tr key={year ?? ''}>
                    <th scope="row">{year ?? t('registers.ever')}</th>
                    <td>{last}</td>
                    <td style={{ overflowWrap: 'anywhere' }}>{next ?? '—'}</td>
                    <td>{year ? <Group gap="xs">{(['pdf', 'xlsx'] as const).map((kind) => <Anchor key={kind} href={`/api/register/07.${kind}?from=${year}-01-01&to=${year}-12-31`} aria-label={t('registers.printNamed', { kind: kind.toUpperCase(), year })}>{kind.toUpperCase()}</Anchor>)}</Group> : null}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Answered>
    </Paper>
  );
}
