/** The drawing of the version in force. */
import { useQuery } from '@tanstack/react-query';
import { procedureQuery, procedureXmlQuery } from '../../queries.js';

export function usePublishedXml(procedureId: string) {
  const version = useQuery(procedureQuery(procedureId)).data?.currentVersion;
  return useQuery({ ...procedureXmlQuery(procedureId, version ?? 'draft'), enabled: version !== undefined });
}
