/** Everything by a few letters: dossiers by number or applicant, procedures, pages, commands. */
import { useState, type KeyboardEvent } from 'react';
import '@mantine/spotlight/styles.css';
import { Spotlight } from '@mantine/spotlight';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Person } from '../../server/contract.js';
import { fold } from '../format.js';
import { palette as en } from '../i18n/en/palette.js';
import { useWords } from '../i18n/index.js';
import { addWords } from '../i18n/late.js';
import { palette as vi } from '../i18n/vi/palette.js';
import { dossiersQuery, proceduresQuery } from '../queries.js';
import { Icon, type IconName } from '../ui/icons.js';
import { offered } from './roles.js';

addWords({ vi, en });

interface Entry { id: string; label: string; note?: string; icon: IconName; run: () => unknown }
interface Group { title: string; entries: Entry[] }
interface Props { person: Person; onClose: () => void; onHelp: () => void }

const MOST = 7;
const PAUSE_MS = 200;

export function Palette({ person, onClose, onHelp }: Props) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const groups = useGroups(person, text, onHelp);
  const n = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  const run = (entry: Entry) => { onClose(); entry.run(); };
  // What has come after the last letter is not chosen yet: Enter means the first.
  const runFirst = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') onClose();
    const [first] = groups.flatMap(({ entries }) => entries);
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !first || document.querySelector('[role="dialog"] [data-action][data-selected]')) return;
    event.preventDefault();
    event.stopPropagation();
    run(first);
  };
  return (
    <Spotlight.Root query={text} onQueryChange={setText} forceOpened shortcut={null} overlayProps={{ onClick: onClose }} scrollable maxHeight="70vh" closeOnActionTrigger={false} aria-label={t('palette.search')}>
      <Spotlight.Search placeholder={t('palette.search')} aria-label={t('palette.search')} onKeyDown={runFirst} leftSection={<Icon name="search" size={18} />} />
      <span className="df-visually-hidden" role="status">{text === '' ? t('palette.hint') : t('palette.found', { n })}</span>
      <Spotlight.ActionsList>
        {groups.map(({ title, entries }) => (
          <Spotlight.ActionsGroup key={title} label={title}>
            {entries.map((entry) => (
              <Spotlight.Action key={entry.id} label={entry.label} description={entry.note} leftSection={<Icon name={entry.icon} />} highlightQuery={false} onClick={() => run(entry)} />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {n === 0 ? <Spotlight.Empty>{t('palette.none')}</Spotlight.Empty> : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function useGroups(person: Person, text: string, onHelp: () => void): Group[] {
  const { t } = useWords();
  const navigate = useNavigate();
  const [asked] = useDebouncedValue(text.trim(), PAUSE_MS);
  const dossiers = useQuery({ ...dossiersQuery({ q: asked, page: 1 }), enabled: asked.length > 1, placeholderData: undefined });
  const procedures = useQuery(proceduresQuery).data ?? [];
  const words = fold(text.trim()).split(/\s+/).filter(Boolean);
  const matches = (entry: Entry): boolean => words.every((word) => fold(`${entry.label} ${entry.note ?? ''}`).includes(word));
  const pages = offered(person).map((item): Entry => ({ id: item.to, label: t(`nav.${item.key}`), note: `g ${item.letter}`, icon: item.icon, run: () => navigate({ to: item.to }) }));
  const actions: Entry[] = [
    { id: 'mine', label: t('palette.mine'), icon: 'work', run: () => navigate({ to: '/work', search: { view: 'mine' } }) },
    { id: 'overdue', label: t('palette.overdue'), icon: 'work', run: () => navigate({ to: '/work', search: { view: 'department', status: 'overdue' } }) },
    { id: 'standIns', label: t('nav.standIns'), icon: 'standIn', run: () => navigate({ to: '/stand-ins' }) },
    { id: 'keys', label: t('palette.keys'), icon: 'rules', run: onHelp },
  ];
  const known = procedures.map((row): Entry => ({ id: row.id, label: row.name, note: [row.code, row.field].filter(Boolean).join(' · '), icon: 'procedures', run: () => navigate({ to: '/procedures/$procedureId', params: { procedureId: row.id } }) }));
  const receivable = procedures.filter((row) => row.mayReceive).map((row): Entry => ({ id: `receive-${row.id}`, label: t('palette.receive', { name: row.name }), note: row.code, icon: 'receive', run: () => navigate({ to: '/receive', search: { procedure: row.id } }) }));
  const found = asked === text.trim() && asked.length > 1 ? (dossiers.data?.items ?? []) : [];
  return [
    { title: t('palette.dossiers'), entries: found.slice(0, MOST).map((row): Entry => ({ id: row.id, label: `${row.dossierNo} · ${row.applicant}`, note: `${row.procedureName} · ${t(`dossierState.${row.state}`)}`, icon: 'dossiers', run: () => navigate({ to: '/dossiers/$dossierId', params: { dossierId: row.id } }) })) },
    { title: t('palette.pages'), entries: pages.filter(matches) },
    { title: t('palette.actions'), entries: [...actions, ...(words.length > 0 ? receivable : [])].filter(matches).slice(0, MOST) },
    { title: t('palette.procedures'), entries: words.length > 0 ? known.filter(matches).slice(0, MOST) : [] },
  ].filter(({ entries }) => entries.length > 0);
}
