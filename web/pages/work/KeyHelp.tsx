/** The table of shortcuts, and the switch for those of a single letter. */
import type { ReactNode } from 'react';
import { Kbd, Modal, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../i18n/index.js';
import { offered } from '../../layout/roles.js';
import { sessionQuery } from '../../queries.js';
import { useSingleKeys } from '../../ui/singleKeys.js';

export function KeyHelp({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const [enabled, setEnabled] = useSingleKeys();
  const person = useQuery(sessionQuery).data?.person;
  const pages = person ? offered(person).map((item): [ReactNode, string] => [<><Kbd>g</Kbd> <Kbd>{item.letter}</Kbd></>, t('work.keyGo', { page: t(`nav.${item.key}`) })]) : [];
  const anywhere: [ReactNode, string][] = [[<><Kbd>{'Ctrl'}</Kbd> <Kbd>{'K'}</Kbd></>, t('work.keyPalette')], ...pages, [<Kbd>?</Kbd>, t('work.keyHelp')]];
  const inList: [ReactNode, string][] = [['j', t('work.keyNext')], ['k', t('work.keyPrevious')], ['Enter', t('work.keyOpen')], ['x', t('work.keySelect')], ['/', t('work.keySearch')]].map(([key, what]) => [<Kbd>{key}</Kbd>, what!]);
  return (
    <Modal opened onClose={onClose} title={t('work.keysTitle')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <Keys caption={t('work.keysAnywhere')} keys={anywhere} />
      <Keys caption={t('work.keysList')} keys={inList} />
      <Switch label={t('work.keysEnabled')} checked={enabled} onChange={(event) => setEnabled(event.currentTarget.checked)} />
    </Modal>
  );
}

function Keys({ caption, keys }: { caption: string; keys: [ReactNode, string][] }) {
  return (
    <div className="df-table-wrap" style={{ marginBottom: 16 }}>
      <table className="df-table"><caption>{caption}</caption><tbody>
        {keys.map(([key, what]) => <tr key={what}><td style={{ width: 110 }}>{key}</td><td>{what}</td></tr>)}
      </tbody></table>
    </div>
  );
}
