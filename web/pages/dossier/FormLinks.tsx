/** The papers that the law names, as far as this dossier has them; each opens as PDF, letters also as a Word file. */
import { Anchor, Paper, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.js';
import { formatDateTime } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { formsQuery } from '../../queries.js';
import { Answered } from '../../ui/states.js';

/** Letters, which people edit before they go out. */
const EDITED = new Set(['02', '03', '04', '05']);

export function FormLinks({ dossierId, seq }: { dossierId: string; seq: number }) {
  const { t } = useWords();
  const query = useQuery(formsQuery(dossierId, seq));
  return (
    <Paper p="md" component="section" aria-labelledby="forms-title">
      <Title order={2} id="forms-title" mb="sm">{t('dossier.forms')}</Title>
      <Answered query={query} rows={2}>
        {(entries) => (
          <ul className="df-list">{entries.map((entry) => (
            <li key={`${entry.form}-${entry.n}`}>
              <Anchor underline="always" href={api.formUrl(dossierId, entry)} target="_blank">{t(`formName.${entry.form}`)}</Anchor>
              {EDITED.has(entry.form) ? <>{' · '}<Anchor underline="always" href={api.formUrl(dossierId, entry, 'docx')} download>{t('dossier.formDocx', { name: t(`formName.${entry.form}`) })}</Anchor></> : null}
              {' · '}{formatDateTime(entry.at)}
            </li>
          ))}</ul>
        )}
      </Answered>
    </Paper>
  );
}
