/** The drawing as it stands here, and a published procedure, side by side. */
import { Modal, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { DiagramModeler } from '../../../../designer/modeler/create.js';
import type { MapPlace, ProcedureView } from '../../../../server/contract.js';
import { library } from '../../../api/library.js';
import { formatShare } from '../../../format.js';
import { useWords } from '../../../i18n/index.js';
import { Answered } from '../../../ui/states.js';
import { SideBySide } from '../../library/SideBySide.js';
import { usePublishedXml } from '../../library/usePublishedXml.js';

interface Props { procedure: ProcedureView; modeler: DiagramModeler; other: MapPlace; onClose: () => void }

export function BesideDialog({ procedure, modeler, other, onClose }: Props) {
  const { t, language } = useWords();
  const drawing = usePublishedXml(other.id);
  // Asked anew each time it is opened: the drawing is another one by then.
  const compared = useQuery({ queryKey: ['beside', procedure.id, other.id], gcTime: 0, staleTime: Infinity, queryFn: async () => {
    const xml = await modeler.xml();
    return { xml, ...(await library.compareBeside(procedure.id, xml, other.id)) };
  } });
  return (
    <Modal opened onClose={onClose} size="90%" title={t('library.side.title')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <Answered query={compared} rows={8}>{({ xml, similarity, pairs }) => (
        <>
          <Text fw={600} mb={4}>{t('library.side.similar', { share: formatShare(similarity, language) })}</Text>
          <SideBySide pairs={pairs} a={{ code: procedure.code, name: procedure.name, title: t('library.side.here', { code: procedure.code }), drawing: { xml } }}
            b={{ ...other, title: `${other.code} – ${other.name}`, drawing }} />
        </>
      )}</Answered>
    </Modal>
  );
}
