/** The designer: a version or the draft, editable, with findings while drawing. */
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { labelWordsQuery } from '../../api/library.js';
import { useWords } from '../../i18n/index.js';
import { hasRole } from '../../layout/roles.js';
import { procedureQuery, procedureXmlQuery, sessionQuery } from '../../queries.js';
import { Answered } from '../../ui/states.js';
import { DesignDesk } from './DesignDesk.js';
import '../procedures/words.js';

export function DesignerPage() {
  const { procedureId } = useParams({ from: '/shell/procedures/$procedureId/design' });
  const { version } = useSearch({ from: '/shell/procedures/$procedureId/design' });
  const { language } = useWords();
  const procedure = useQuery(procedureQuery(procedureId));
  const xml = useQuery(procedureXmlQuery(procedureId, version));
  const words = useQuery(labelWordsQuery);
  const person = useQuery(sessionQuery).data?.person;
  return (
    <Answered query={procedure}>
      {(view) => (
        <Answered query={xml}>
          {(stored) => <Answered query={words}>{(own) => <DesignDesk key={`${procedureId}/${version}/${language}`} procedure={view} version={version} stored={stored} words={own} mayEdit={person ? hasRole(person, ['designer', 'administrator']) : false} who={person?.name} />}</Answered>}
        </Answered>
      )}
    </Answered>
  );
}
