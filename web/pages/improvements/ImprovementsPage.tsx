/** All improvement records of the agency, by state and where they come from. */
import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ImprovementSource, ImprovementState } from '../../../server/contract.js';
import { improvements, improvementsQuery } from '../../api/improvements.js';
import { formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { ExcelLink } from '../../ui/ExcelLink.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Pager } from '../../ui/Pager.js';
import { Answered, Empty } from '../../ui/states.js';
import { RecordTable } from './Records.js';
import { ReviewPack } from './ReviewPack.js';
import './words.js';

const STATES: readonly ImprovementState[] = ['open', 'planned', 'changing', 'kept', 'rolledBack', 'closed'];
const SOURCES: readonly ImprovementSource[] = ['drawing', 'log', 'audit', 'complaint', 'lateDossier'];
const PAGE_SIZE = 25;
export interface ImprovementSearch { state?: string; source?: string; page?: number }
const oneOf = <T extends string>(values: readonly T[], value: string | undefined): T | undefined => values.find((each) => each === value);

export function ImprovementsPage() {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const { page = 1, ...asked } = useSearch({ from: '/shell/improvements' });
  const [state, source] = [oneOf(STATES, asked.state), oneOf(SOURCES, asked.source)];
  const query = useQuery(improvementsQuery({ state, source, page, pageSize: PAGE_SIZE }));
  const choices = (values: readonly string[], of: string) => [{ value: '', label: t('improvement.all') }, ...values.map((value) => ({ value, label: t(`improvement.${of}.${value}`) }))];
  return (
    <>
      <PageHeader title={t('improvement.title')} note={t('improvement.text')}>
        <ExcelLink href={improvements.sheetUrl({ state, source })} />
        <Button variant="default" renderRoot={(props) => <Link {...props} to="/conformity" />}>{t('improvement.conformity')}</Button>
        <Button renderRoot={(props) => <Link {...props} to="/improvements/new" search={{}} />}>{t('improvement.new')}</Button>
      </PageHeader>
      <ReviewPack />
      <Group mb="md" gap="sm">
        <NativeSelect label={t('improvement.column.state')} value={state ?? ''} data={choices(STATES, 'state')} onChange={(event) => void navigate({ to: '/improvements', search: { source, state: event.currentTarget.value || undefined } })} />
        <NativeSelect label={t('improvement.column.source')} value={source ?? ''} data={choices(SOURCES, 'source')} onChange={(event) => void navigate({ to: '/improvements', search: { state, source: event.currentTarget.value || undefined } })} />
      </Group>
      <Answered query={query} rows={6}>
        {(answer) => (answer.items.length === 0 ? <Empty title={t('improvement.none')}><Text size="sm">{t('improvement.text')}</Text></Empty> : (
          <>
            <RecordTable rows={answer.items} caption={t('improvement.caption', { total: formatNumber(answer.total, language) })} />
            <Pager page={answer.page} pageSize={answer.pageSize} total={answer.total} onPage={(next) => void navigate({ to: '/improvements', search: { state, source, page: next } })} />
          </>
        ))}
      </Answered>
    </>
  );
}
