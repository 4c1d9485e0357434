/** Whether the applicant has been here before, while the name is being typed. It warns; the clerk decides. */
import { Alert, List } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { deskApi } from '../../api/desk.js';
import { formatDate } from '../../format.js';
import { useWords } from '../../i18n/index.js';

const PAUSE_MS = 400;
const ISO_DAY = /^\d{4}-\d\d-\d\d$/;
interface Props { name: string; idNumber: string; phone: string; birthDate: string; procedureId: string }

export function Similar({ procedureId, ...typed }: Props) {
  const { t } = useWords();
  const [name, idNumber, phone, birthDate] = useDebouncedValue([typed.name.trim(), typed.idNumber.trim(), typed.phone.trim(), ISO_DAY.test(typed.birthDate) ? typed.birthDate : ''], PAUSE_MS)[0] as [string, string, string, string];
  const found = useQuery({ queryKey: ['similar', name, idNumber, phone, birthDate], queryFn: () => deskApi.similar({ name, idNumber, phone, ...(birthDate ? { birthDate } : {}) }), enabled: idNumber.length >= 6 || ((phone.length >= 6 || birthDate !== '') && name !== ''), staleTime: 30_000 }).data?.items ?? [];
  const isSame = found.some((each) => each.procedureId === procedureId && each.open);
  return (
    <div role="status">
      {found.length > 0 ? (
        <Alert color={isSame ? 'ochre' : 'petrol'} title={t(isSame ? 'receive.similarOpen' : 'receive.similar')} mb="sm">
          <List size="sm">
            {found.map((each) => (
              <List.Item key={each.dossierId}>
                <Link to="/dossiers/$dossierId" params={{ dossierId: each.dossierId }} target="_blank">{each.dossierNo}</Link> · {each.applicant} · {each.procedureName} · {t(`dossierState.${each.state}`)} · {formatDate(each.receivedAt)} ({t(`receive.same.${each.same}`)})
              </List.Item>
            ))}
          </List>
        </Alert>
      ) : null}
    </div>
  );
}
