/** The clocks beside that of the limit: time at each agency by its own calendar, and timers that run. */
import { Paper, Text, Title } from '@mantine/core';
import type { DossierView } from '../../../server/contract.js';
import { formatDateTime } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { useWorkingTime } from '../../ui/DueMark.js';
import { HowWorkedOut } from './DueLedger.js';

export function Clocks({ dossier: { clocks, timers } }: { dossier: DossierView }) {
  const { t } = useWords();
  const inWords = useWorkingTime();
  if (clocks.length === 0 && timers.length === 0) return null;
  return (
    <Paper p="md" component="section" aria-labelledby="clocks-title">
      <Title order={2} id="clocks-title" mb="xs">{t('due.clocks')}</Title>
      {clocks.length > 0 ? (
        <div className="df-table-wrap" tabIndex={0} role="group" aria-labelledby="clocks-title">
          <table className="df-table">
            <caption>{t('due.clocksHint')}</caption>
            <thead><tr><th scope="col">{t('due.agency')}</th><th scope="col">{t('due.calendar')}</th><th scope="col" className="df-number">{t('due.spent')}</th><th scope="col">{t('due.agencyState')}</th></tr></thead>
            <tbody>{clocks.map((clock) => (
              <tr key={clock.agencyId} data-agency={clock.agencyId}>
                <td>{clock.agencyName}</td><td>{clock.calendar}</td><td className="df-number">{inWords(clock.spentMinutes)}</td>
                <td>{t(clock.running ? 'due.running' : 'due.stopped')}{clock.due ? <HowWorkedOut due={clock.due} label={t('due.ownLimit', { at: formatDateTime(clock.due.dueAt) })} /> : null}</td>
              </tr>
            ))}</tbody>
          </table>
        </div>
      ) : null}
      {timers.map((timer) => (
        <Text size="sm" mt="xs" key={`${timer.element}${timer.since}`} data-timer={timer.element}>
          {timer.dueAt ? t(timer.kind === 'notice' ? 'due.notice' : 'due.deadline', { name: timer.name, from: formatDateTime(timer.since), at: formatDateTime(timer.dueAt) }) : t('due.held', { name: timer.name })}
        </Text>
      ))}
    </Paper>
  );
}
