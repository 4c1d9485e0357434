/** Procedures by name or code; marks need not be typed. */
import { useState } from 'react';
import { Paper, Stack, Text, TextInput, Title, UnstyledButton } from '@mantine/core';
import type { ProcedureRow } from '../../../server/contract.js';
import { fold } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { idIfAmbiguous } from '../procedures/ambiguous.js';
import { useLimit } from '../../ui/DueMark.js';
import { Icon } from '../../ui/icons.js';

export function ChooseProcedure({ rows, onChoose }: { rows: ProcedureRow[]; onChoose: (row: ProcedureRow) => void }) {
  const { t } = useWords();
  const limitInWords = useLimit();
  const [text, setText] = useState('');
  const wanted = fold(text.trim()).split(/\s+/);
  const found = rows.filter((row) => wanted.every((word) => fold(`${row.code} ${row.name} ${row.field ?? ''}`).includes(word)));
  return (
    <Paper p="md" component="section" aria-labelledby="choose-title">
      <Title order={2} id="choose-title" mb="sm">{t('receive.chooseProcedure')}</Title>
      <TextInput type="search" label={t('receive.search')} description={t('receive.searchHint')} value={text} onChange={(event) => setText(event.currentTarget.value)} leftSection={<Icon name="search" size={16} />} mb="sm" autoFocus />
      <Stack gap={6} role="list">
        {found.map((row) => (
          <div role="listitem" key={row.id}>
            <UnstyledButton className="df-stat" w="100%" onClick={() => onChoose(row)} data-procedure={row.code}>
              <Text fw={600}>{row.name}</Text>
              <Text size="sm" c="gray.6">{[row.code, row.field, row.limit ? limitInWords(row.limit) : undefined, idIfAmbiguous(row, rows)].filter(Boolean).join(' · ')}</Text>
            </UnstyledButton>
          </div>
        ))}
      </Stack>
      {found.length === 0 ? <Text c="gray.6" role="status">{t('receive.noProcedure')}</Text> : null}
    </Paper>
  );
}
