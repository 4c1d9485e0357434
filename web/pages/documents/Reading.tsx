/** Read and understood: the reader's own click, and who has done so among those whom he may see. */
import { useState } from 'react';
import { Alert, Button, NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DocumentRevisionView } from '../../../server/contract.js';
import { documentRevisionQuery, documents, readersQuery } from '../../api/documents.js';
import { formatDateTime, formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { confirmDone } from '../../ui/notify.js';
import { Pager } from '../../ui/Pager.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { Answered } from '../../ui/states.js';

export function OwnReading({ revision: { documentId, version, reading } }: { revision: DocumentRevisionView }) {
  const { t } = useWords();
  const client = useQueryClient();
  const read = useMutation({
    mutationFn: () => documents.read(documentId, version),
    onSuccess: async (view) => {
      client.setQueryData(documentRevisionQuery(documentId, version).queryKey, view);
      confirmDone(t('documents.confirmed'));
      await Promise.all([['documents', 'list'], ['documents', 'one', documentId], ['documents', 'readers', documentId]].map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
  if (reading.readAt) return <Text size="sm">✓ {t('documents.readAt', { at: formatDateTime(reading.readAt) })}</Text>;
  if (!reading.mayConfirm) return null;
  return (
    <Alert color="ochre" role="note">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{t('documents.confirmText')}</Text>
        <Button loading={read.isPending} onClick={() => read.mutate()}>{t('documents.confirm')}</Button>
        <ProblemNote error={read.error} />
      </Stack>
    </Alert>
  );
}

export function Readers({ documentId, version }: { documentId: string; version: number }) {
  const { t, language } = useWords();
  const [read, setRead] = useState<'true' | 'false'>();
  const [page, setPage] = useState(1);
  const query = useQuery(readersQuery(documentId, version, read, page));
  const label = (key: string): string => t(`documents.readers.${key}`);
  return (
    <Stack gap="sm">
      <NativeSelect w="fit-content" label={label('filter')} value={read ?? ''} data={[{ value: '', label: label('all') }, { value: 'true', label: label('read') }, { value: 'false', label: label('unread') }]} onChange={(event) => { setPage(1); setRead(({ true: 'true', false: 'false' } as const)[event.currentTarget.value]); }} />
      <Answered query={query} rows={3}>{(answer) => (
        <>
          <Text size="sm">{t('documents.readers.count', { read: formatNumber(answer.read, language), unread: formatNumber(answer.unread, language) })}</Text>
          {answer.items.length === 0 ? <Text size="sm" c="gray.6">{label('none')}</Text> : (
            <div className="df-table-wrap" data-list="true">
              <table className="df-table">
                <caption>{label('caption')}</caption>
                <thead><tr>{['name', 'department', 'at'].map((key) => <th key={key} scope="col">{label(key)}</th>)}</tr></thead>
                <tbody>{answer.items.map((each) => (
                  <tr key={each.id}><td data-label={label('name')}>{each.name}<span className="df-sub">{each.position}</span></td><td data-label={label('department')}>{each.departmentNames.join(', ')}</td><td data-label={label('at')}>{each.readAt ? formatDateTime(each.readAt) : label('notYet')}</td></tr>
                ))}</tbody>
              </table>
            </div>
          )}
          <Pager page={answer.page} pageSize={answer.pageSize} total={answer.total} onPage={setPage} />
        </>
      )}</Answered>
    </Stack>
  );
}
