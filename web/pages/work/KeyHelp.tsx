/** The table of shortcuts, and the switch for those of a single letter. */
import type { ReactNode } from 'react';
import { Kbd, Modal, Switch, Table } from '@mantine/core';
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
    <Table mb="md" captionSide="top"><Table.Caption ta="left" fw={600}>{caption}</Table.Caption><Table.Tbody>
      {keys.map(([key, what]) => <Table.Tr key={what}><Table.Td w={110}>{key}</Table.Td><Table.Td>{what}</Table.Td></Table.Tr>)}
    </Table.Tbody></Table>
  );
}
