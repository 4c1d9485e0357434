/** A package from elsewhere: what it would change is shown first, with the key that signed it; then it is taken in. */
import { useState } from 'react';
import { Button, FileInput, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PackagePreview } from '../../../server/contract.js';
import { previewPackage, takePackage } from '../../api/frameworks.js';
import { formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { confirmDone } from '../../ui/notify.js';
import { ProblemNote } from '../../ui/ProblemNote.js';

export function PackageForm() {
  const { t } = useWords();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const looking = useMutation({ mutationFn: (chosen: File) => previewPackage(chosen) });
  const taking = useMutation({
    mutationFn: ({ chosen, fingerprint }: { chosen: File; fingerprint: string }) => takePackage(chosen, fingerprint),
    onSuccess: async () => { await Promise.all(['frameworks', 'procedures', 'calendars'].map((key) => client.invalidateQueries({ queryKey: [key] }))); confirmDone(t('frameworks.package.done')); choose(null); },
  });
  const choose = (chosen: File | null): void => { setFile(chosen); looking.reset(); taking.reset(); if (chosen) looking.mutate(chosen); };
  const found = looking.data;
  return (
    <Paper p="md" mt="md" component="section" aria-labelledby="package-title">
      <Title order={2} id="package-title" mb={4}>{t('frameworks.package.title')}</Title>
      <Text size="sm" mb="sm">{t('frameworks.package.note')}</Text>
      <Stack gap="sm">
        <FileInput label={t('frameworks.package.file')} accept=".zip" value={file} onChange={choose} />
        <Refused error={looking.error ?? taking.error} />
        {file && found ? (
          <>
            <Preview found={found} />
            <Group><Button disabled={found.state === 'older' || found.state === 'conflicting'} loading={taking.isPending} onClick={() => taking.mutate({ chosen: file, fingerprint: found.fingerprint })}>{t('frameworks.package.take')}</Button></Group>
          </>
        ) : null}
      </Stack>
    </Paper>
  );
}

/** What exactly is wrong with a package stands in the detail. */
function Refused({ error }: { error: Error | null }) {
  const { t } = useWords();
  return error ? <><ProblemNote error={error} /><Text size="sm">{t('frameworks.package.why', { why: error.message })}</Text></> : null;
}

function Preview({ found }: { found: PackagePreview }) {
  const { t, language } = useWords();
  const ofKey = found.signer === undefined ? 'own' : 'known';
  const signedBy = t(`frameworks.package.${found.isKnown ? ofKey : 'unknown'}`, { key: found.fingerprint, name: found.signer });
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>{found.title[language]} · {found.publisher}{found.version === undefined ? '' : ` · ${t('frameworks.version').toLowerCase()} ${found.version}`}</Text>
      <Text size="sm">{t(`frameworks.package.state.${found.state}`, { n: found.currentVersion })}</Text>
      <Text size="xs" {...(!found.isKnown && { fw: 600 })} style={{ overflowWrap: 'anywhere' }}>{signedBy}</Text>
      <div className="df-table-wrap" data-list="true">
        <table className="df-table">
          <caption>{t('frameworks.package.caption')}</caption>
          <thead><tr><th scope="col">{t('frameworks.guideline.procedure')}</th><th scope="col">{t('frameworks.package.becomes')}</th><th scope="col" className="df-number">{t('frameworks.package.changes')}</th></tr></thead>
          <tbody>
            {found.drawings.map((each) => <tr key={each.procedureId ?? each.code}><td>{each.code} – {each.name}</td><td data-label={t('frameworks.package.becomes')}>{t(`frameworks.package.part.${each.state}`)}{each.procedureId ? ` (${each.procedureId})` : ''}{each.scenario ? <span className="df-sub">{each.scenario.passed ? t('frameworks.package.played') : t('frameworks.package.failed', { why: each.scenario.why })}</span> : null}</td><td className="df-number" data-label={t('frameworks.package.changes')}>{formatNumber(each.changes, language)}</td></tr>)}
            {found.calendars.map((each) => <tr key={`lich ${each.id}`}><td>{each.id} – {each.name}<span className="df-sub">{t('frameworks.package.calendar.label', { n: each.version })}</span></td><td data-label={t('frameworks.package.becomes')}>{t(`frameworks.package.calendar.${each.state}`)}</td><td className="df-number">–</td></tr>)}
            {found.documents.map((each) => <tr key={each.name}><td>{each.name}</td><td data-label={t('frameworks.package.becomes')}>{t(`frameworks.package.part.${each.state}`)}</td><td className="df-number">–</td></tr>)}
          </tbody>
        </table>
      </div>
    </Stack>
  );
}
