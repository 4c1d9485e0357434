/** One finding: what it says, and when opened what proves it, its run on the drawing, its remedies and its acceptance. */
import { useEffect, useState } from 'react';
import { Text, UnstyledButton } from '@mantine/core';
import type { Explanation, Note, Offer } from '../../../../designer/findings/messages.js';
import type { DiagramModeler } from '../../../../designer/modeler/create.js';
import type { TellingFinding } from '../../../../engine/check.js';
import { formatNumber, formatShare } from '../../../format.js';
import { useWords } from '../../../i18n/index.js';
import { SeverityMark } from '../../../ui/SeverityMark.js';
import { AcceptForm } from './AcceptForm.js';
import { evidenceOf } from './evidence.js';
import { Offers } from './Offers.js';
import { OtherProcedures } from './OtherProcedures.js';
import { RunPlayer } from './RunPlayer.js';
import type { Beside } from './useBeside.js';

interface Props { note: Note; open: boolean; onToggle: () => void; modeler: DiagramModeler | null; beside: Beside; mayEdit: boolean; who?: string; onApply: (offer: Offer) => void }

export function FindingCard({ note, open, onToggle, ...rest }: Props) {
  const { t, language } = useWords();
  const { finding } = note;
  const known = note.severity === 'unknown' ? 'advice' : note.severity;
  return (
    <li data-open={open} className="df-finding-card">
      <UnstyledButton w="100%" onClick={onToggle} data-check={note.check} data-accepted={finding?.accepted !== undefined} aria-expanded={open} className="df-finding-head">
        <SeverityMark severity={known} text={`${t(`findings.severity.${known}`)} · ${note.check}${finding?.accepted ? ` · ${t('analyser.accepted')}` : ''}`} />
        <Text size="sm">{note.message}</Text>
        {finding?.hoursPerYear ? <Text size="xs" fw={600}>{t('analyser.perYear', { hours: formatNumber(finding.hoursPerYear, language) })}</Text> : null}
      </UnstyledButton>
      {open && finding ? <Details finding={finding} {...rest} /> : null}
    </li>
  );
}

function Details({ finding, modeler, beside, mayEdit, who, onApply }: Pick<Props, 'modeler' | 'beside' | 'mayEdit' | 'who' | 'onApply'> & { finding: TellingFinding }) {
  const { t } = useWords();
  const explanation = useExplanation(modeler, finding);
  if (!modeler) return null;
  const { nameOf, flowEnds, showFrame } = modeler;
  return (
    <div className="df-finding-details">
      <Facts finding={finding} nameOf={nameOf} />
      <OtherProcedures places={[...new Set(finding.files)].flatMap((id) => beside.placeOf(id) ?? [])} onOpen={beside.open} />
      {explanation === undefined ? <Text size="sm" role="status">{t('analyser.remedy.working')}</Text> : (
        <>
          {explanation.frames.length > 0 ? <RunPlayer frames={explanation.frames} show={showFrame} nameOf={nameOf} /> : null}
          <Offers offers={explanation.offers} nameOf={nameOf} flowEnds={flowEnds} {...(mayEdit && { onApply })} />
        </>
      )}
      {mayEdit ? <AcceptForm finding={finding} {...(who !== undefined && { who })} onAccept={(acceptance) => modeler.accept(finding, acceptance)} /> : null}
    </div>
  );
}

function Facts({ finding, nameOf }: { finding: TellingFinding; nameOf: (element: string) => string }) {
  const { t, language } = useWords();
  const names = finding.elements.map(nameOf);
  return (
    <>
      {finding.suggestion ? <Text size="sm"><strong>{t('analyser.why')}:</strong> {finding.suggestion}</Text> : null}
      <dl className="df-evidence">
        {names.length > 0 ? <div><dt>{t('analyser.elements')}</dt><dd>{names.join(', ')}</dd></div> : null}
        {evidenceOf(finding, nameOf, language).map(({ name, value }) => <div key={name}><dt>{t(`analyser.facts.${name}`)}</dt><dd>{value}</dd></div>)}
        {finding.reference ? <div><dt>{t('analyser.source')}</dt><dd>{finding.reference}</dd></div> : null}
      </dl>
      {finding.confidence !== undefined && finding.confidence < 1 ? <Text size="xs" c="gray.7">{t('analyser.sure', { share: formatShare(finding.confidence, language) })}</Text> : null}
    </>
  );
}

/** Asked anew when the drawing, and with it the finding, has changed. */
function useExplanation(modeler: DiagramModeler | null, finding: TellingFinding): Explanation | undefined {
  const [known, setKnown] = useState<{ of: TellingFinding; explanation: Explanation }>();
  useEffect(() => {
    let gone = false;
    void modeler?.explain(finding).then((explanation) => { if (!gone) setKnown({ of: finding, explanation }); });
    return () => { gone = true; };
  }, [modeler, finding]);
  return known?.of === finding ? known.explanation : undefined;
}
