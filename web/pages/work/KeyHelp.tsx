import { Kbd, Modal, Switch, Table } from '@mantine/core';
import { useWords } from '../../i18n/index.js';

interface Props { opened: boolean; onClose: () => void; enabled: boolean; onEnabled: (on: boolean) => void }

export function KeyHelp({ opened, onClose, enabled, onEnabled }: Props) {
  const { t } = useWords();
  const keys = [['j', t('work.keyNext')], ['k', t('work.keyPrevious')], ['Enter', t('work.keyOpen')], ['x', t('work.keySelect')], ['/', t('work.keySearch')], ['?', t('work.keyHelp')]] as const;
  return (
    <Modal opened={opened} onClose={onClose} title={t('work.keysTitle')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <Table mb="md"><Table.Tbody>
        {keys.map(([key, what]) => <Table.Tr key={key}><Table.Td w={90}><Kbd>{key}</Kbd></Table.Td><Table.Td>{what}</Table.Td></Table.Tr>)}
      </Table.Tbody></Table>
      <Switch label={t('work.keysEnabled')} checked={enabled} onChange={(event) => onEnabled(event.currentTarget.checked)} />
    </Modal>
  );
}
