/** Remedies of a finding: what each would change and save, before it is applied. */
import { Button, Group, Stack, Text } from '@mantine/core';
import type { Offer } from '../../../../designer/findings/messages.js';
import type { Edit } from '../../../../engine/remedies/edits.js';
import { formatNumber } from '../../../format.js';
import { useWords } from '../../../i18n/index.js';

interface Props { offers: readonly Offer[]; nameOf: (element: string) => string; flowEnds: (flow: string) => { source: string; target: string } | undefined; onApply?: (offer: Offer) => void }

export function Offers({ offers, nameOf, flowEnds, onApply }: Props) {
  const { t, language } = useWords();
  const sayEdit = useEditWords(nameOf, flowEnds);
  if (offers.length === 0) return <Text size="sm" c="gray.7">{t('analyser.remedy.none')}</Text>;
  const saving = ({ savedHours, savedPerYear }: Offer): string => {
    if (savedHours === 0) return t('analyser.remedy.noHours');
    const hours = formatNumber(savedHours, language);
    return savedPerYear ? t('analyser.remedy.savedYear', { hours, year: formatNumber(savedPerYear, language) }) : t('analyser.remedy.saved', { hours });
  };
  return (
    <Stack gap={8} component="section" aria-label={t('analyser.remedy.title')}>
      <Text size="sm" fw={600}>{t('analyser.remedy.title')}</Text>
      {offers.map((offer, at) => (
        <div key={at} className="df-offer" data-remedy={offer.kind}>
          <Text size="sm" fw={600}>{t(`analyser.remedy.kind.${offer.kind}`)}</Text>
          <Text size="sm">{saving(offer)}</Text>
          <Lines title={t('analyser.remedy.changes')} lines={offer.edits.flatMap(sayEdit)} />
          <Lines title={t('analyser.remedy.gone')} sign="−" lines={offer.gone.map((each) => `${each.check}: ${each.message}`)} />
          <Lines title={t('analyser.remedy.come')} sign="+" lines={offer.come.map((each) => `${each.check}: ${each.message}`)} />
          {onApply ? <Group mt={6}><Button size="compact-sm" onClick={() => onApply(offer)}>{t('analyser.remedy.apply')}</Button></Group> : null}
        </div>
      ))}
    </Stack>
  );
}

function Lines({ title, lines, sign }: { title: string; lines: readonly string[]; sign?: string }) {
  if (lines.length === 0) return null;
  return <><Text size="xs" c="gray.7" mt={4}>{title}</Text><ul className="df-lines">{lines.map((line, at) => <li key={at}>{sign ? `${sign} ${line}` : line}</li>)}</ul></>;
}

/** Edits as people say them; gateways that are added have no name yet and are called by their type. */
function useEditWords(nameOf: Props['nameOf'], flowEnds: Props['flowEnds']) {
  const { t, language } = useWords();
  const typeOf = (type: string): string => t(`analyser.remedy.type.${type}`);
  return (edit: Edit, _: number, all: readonly Edit[]): string[] => {
    const added = (id: string): string => {
      const gateway = all.find((each) => each.edit === 'addGateway' && each.node === id);
      return gateway?.edit === 'addGateway' ? typeOf(gateway.type) : `“${nameOf(id)}”`;
    };
    switch (edit.edit) {
      case 'retype': return [t('analyser.remedy.edit.retype', { node: added(edit.node), type: typeOf(edit.type) })];
      case 'addGateway': return [t('analyser.remedy.edit.addGateway', { type: typeOf(edit.type) })];
      case 'removeNode': return [t('analyser.remedy.edit.removeNode', { node: added(edit.node) })];
      case 'addFlow': return [t('analyser.remedy.edit.addFlow', { source: added(edit.source), target: added(edit.target) })];
      case 'removeFlow': return ends(edit.flow).map(([source, target]) => t('analyser.remedy.edit.removeFlow', { source: added(source), target: added(target) }));
      case 'redirect': return ends(edit.flow).map(([source, target]) => (edit.target !== undefined
        ? t('analyser.remedy.edit.redirectTarget', { source: added(edit.source ?? source), target: added(edit.target) })
        : t('analyser.remedy.edit.redirectSource', { source: added(edit.source ?? source), target: added(target) })));
      case 'data': return [t('analyser.remedy.edit.data', { node: added(edit.node), value: [...edit.reads, ...edit.writes].map(nameOf).join(', ') })];
      case 'facts': return Object.entries(edit.facts).map(([name, value]) => {
        const node = added(edit.node);
        if (name === 'checks') return Array.isArray(value) && value.length ? t('analyser.remedy.edit.checks', { node, value: value.join(', ') }) : t('analyser.remedy.edit.noChecks', { node });
        if (name === 'applicantContact') return t('analyser.remedy.edit.applicantContact', { node });
        return t(name === 'limit' ? 'analyser.remedy.edit.limit' : 'analyser.remedy.edit.other', { node, name, value: typeof value === 'number' ? formatNumber(value, language) : String(value) });
      });
    }
  };
  function ends(flow: string): [string, string][] {
    const known = flowEnds(flow);
    return known ? [[known.source, known.target]] : [];
  }
}
