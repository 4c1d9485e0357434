/** Comments of a version in review beside the designer: each leads to its element, which carries a mark. */
import { useEffect, useMemo, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DiagramModeler } from '../../../designer/modeler/create.js';
import type { RevisionView } from '../../../server/contract.js';
import { lifeQuery } from '../../api/versions.js';
import { useWords } from '../../i18n/index.js';
import { Answered } from '../../ui/states.js';
import { Comments } from './Comments.js';
import { elementsOf } from './elements.js';
import { commentMarks } from './marks.js';
import { versionOf } from './useLife.js';
import './versions.css';
import './words.js';

interface Props { procedureId: string; version: number; xml: string; modeler: DiagramModeler | null }

export function ReviewPanel(props: Props) {
  const query = useQuery(lifeQuery(props.procedureId, props.version));
  return <Answered query={query} rows={3}>{(life) => <Panel {...props} life={life} />}</Answered>;
}

function Panel({ procedureId, version, xml, modeler, life }: Props & { life: RevisionView }) {
  const { t } = useWords();
  const [element, setElement] = useState<string>();
  const elements = useMemo(() => elementsOf(xml), [xml]);
  useEffect(() => { modeler?.showMarks(commentMarks(life.comments, (n) => t('version.comments.chip', { n }))); }, [modeler, life.comments, t]);
  const show = (id: string | undefined) => { setElement(id); if (id) modeler?.focus(id); };
  return (
    <>
      <p className="df-kind"><Link to="/procedures/$procedureId/versions/$version" params={{ procedureId, version: String(version) }}>{t('version.goTo', { version, state: t(`version.state.${life.state}`) })}</Link></p>
      <Comments life={life} subject={versionOf(procedureId, version)} elements={elements} element={element} onElement={show} />
    </>
  );
}
