/** The evidence pack: made in parts where the scope is wide, and checked for whoever has one. */
import { useState } from 'react';
import { Alert, Button, FileInput, Group, NumberInput, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { DeclarationRow, EvidenceVerdict } from '../../../server/contract.js';
import { checkEvidence, evidenceUrl } from '../../api/conformity.js';
import { formatDateTime, formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { ProblemNote } from '../../ui/ProblemNote.js';

/** As the server makes them. */
const PROCEDURES_OF_PART = 25;
const MOST_SAMPLES = 10;

export function EvidenceForm({ latest }: { latest: DeclarationRow }) {
  const { t } = useWords();
  const [samples, setSamples] = useState(3);
  const [seed, setSeed] = useState(latest.decision.number);
  const parts = Math.ceil(latest.procedures / PROCEDURES_OF_PART);
  return (
    <Paper p="md" component="section" aria-labelledby="evidence-title">
      <Title order={2} id="evidence-title" mb={4}>{t('conformity.evidence')}</Title>
      <Text size="sm" mb="sm">{t('conformity.evidenceNote')}</Text>
      <Group gap="sm" align="flex-end">
        <NumberInput label={t('conformity.samples')} min={0} max={MOST_SAMPLES} clampBehavior="strict" allowDecimal={false} hideControls value={samples} onChange={(next) => setSamples(Number(next))} />
        <TextInput label={t('conformity.seed')} description={t('conformity.seedNote')} maxLength={100} value={seed} onChange={(event) => setSeed(event.currentTarget.value)} />
        {Array.from({ length: parts }, (_, at) => at + 1).map((part) => <Button key={part} variant="default" component="a" href={evidenceUrl({ samples, seed, part })} download>{parts === 1 ? t('conformity.make') : t('conformity.makePart', { n: part, all: parts })}</Button>)}
      </Group>
    </Paper>
  );
}

export function EvidenceCheck() {
  const { t } = useWords();
  const [file, setFile] = useState<File | null>(null);
  const check = useMutation({ mutationFn: (chosen: File) => checkEvidence(chosen) });
  const choose = (chosen: File | null): void => { setFile(chosen); check.reset(); if (chosen) check.mutate(chosen); };
  return (
    <Paper p="md" component="section" aria-labelledby="check-title">
      <Title order={2} id="check-title" mb="sm">{t('conformity.check')}</Title>
      <Stack gap="sm">
        <FileInput label={t('conformity.checkFile')} description={t('conformity.commandLine')} accept=".zip" value={file} onChange={choose} />
        <ProblemNote error={check.error} />
        <div role="status">{check.data ? <Told verdict={check.data} /> : null}</div>
      </Stack>
    </Paper>
  );
}

function Told({ verdict: { problems, files, fingerprint, isOwn, agency, declaration, madeAt, part, parts } }: { verdict: EvidenceVerdict }) {
  const { t, language } = useWords();
  const isWhole = problems.length === 0;
  return (
    <Alert color={isWhole ? 'green' : 'red'} title={isWhole ? t('conformity.whole', { n: formatNumber(files, language) }) : t('conformity.broken')}>
      {isWhole ? null : <ul style={{ margin: '0 0 8px', paddingLeft: '1.2rem' }}>{problems.map(({ kind, path }) => <li key={`${kind} ${path ?? ''}`} style={{ overflowWrap: 'anywhere' }}>{t(`conformity.problem.${kind}`)}{path === undefined ? '' : `: ${path}`}</li>)}</ul>}
      {isWhole && agency !== undefined && madeAt !== undefined ? <Text size="sm">{t('conformity.made', { agency, declaration, at: formatDateTime(madeAt), part, parts })}</Text> : null}
      {fingerprint === undefined ? null : <Text size="sm" style={{ overflowWrap: 'anywhere' }}>{t(isOwn ? 'conformity.own' : 'conformity.foreign')} {t('conformity.key', { key: fingerprint })}</Text>}
    </Alert>
  );
}
