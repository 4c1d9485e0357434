/** The registers of one's own agency: how far each series of numbers has come, and the register itself by year. */
import { Anchor, Group, Paper, Table, Text, Title } from '@mantine/core';
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
          <Table.ScrollContainer minWidth={0}>
            <Table>
              <Table.Thead><Table.Tr>{(['year', 'last', 'next', 'print'] as const).map((each) => <Table.Th key={each} scope="col">{t(`registers.${each}`)}</Table.Th>)}</Table.Tr></Table.Thead>
              <Table.Tbody>
                {items.map(({ year, last, next }) => (
                  <Table.Tr key={year ?? ''}>
                    <Table.Th scope="row">{year ?? t('registers.ever')}</Table.Th>
                    <Table.Td>{last}</Table.Td>
                    <Table.Td style={{ overflowWrap: 'anywhere' }}>{next ?? '—'}</Table.Td>
                    <Table.Td>{year ? <Group gap="xs">{(['pdf', 'xlsx'] as const).map((kind) => <Anchor key={kind} href={`/api/register/07.${kind}?from=${year}-01-01&to=${year}-12-31`} aria-label={t('registers.printNamed', { kind: kind.toUpperCase(), year })}>{kind.toUpperCase()}</Anchor>)}</Group> : null}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Answered>
    </Paper>
  );
}
