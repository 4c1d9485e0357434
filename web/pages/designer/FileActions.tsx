/** What a drawing comes from and goes to outside the program. */
import type { ReactElement } from 'react';
import { Menu } from '@mantine/core';
import { useWords } from '../../i18n/index.js';

/** `choose`: asks for a file to open, for who may edit. */
interface Props { target: ReactElement; choose?: () => void; save: (kind: 'bpmn' | 'svg') => void }

export default function FileActions({ target, choose, save }: Props) {
  const { t } = useWords();
  return (
    <Menu defaultOpened position="bottom-end">
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        {choose ? <Menu.Item onClick={choose}>{t('designer.import')}</Menu.Item> : null}
        <Menu.Item onClick={() => save('bpmn')}>{t('designer.exportXml')}</Menu.Item>
        <Menu.Item onClick={() => save('svg')}>{t('designer.exportSvg')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
