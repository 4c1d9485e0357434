/** Form 07: the register of one month as PDF, for those who keep it. */
import { useState } from 'react';
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { registerUrl } from '../../api/register.js';
import { deskDay } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { sessionQuery } from '../../queries.js';
import { ExcelLink } from '../../ui/ExcelLink.js';
import { Icon } from '../../ui/icons.js';

const KEEPERS = ['oneStop', 'manager', 'leader', 'administrator'] as const;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

export function RegisterPrint() {
  const { t } = useWords();
  const [month, setMonth] = useState(() => deskDay().slice(0, 7));
  const roles = useQuery(sessionQuery).data?.person?.roles ?? [];
  if (!KEEPERS.some((role) => roles.includes(role))) return null;
  return (
    <>
      <TextInput type="month" aria-label={t('dossiers.month')} value={month} onChange={(event) => setMonth(event.currentTarget.value)} />
      {MONTH.test(month) ? <Button component="a" href={registerUrl(month)} target="_blank" variant="default" leftSection={<Icon name="print" size={16} />}>{t('dossiers.printRegister')}</Button> : null}
      {MONTH.test(month) ? <ExcelLink href={registerUrl(month, 'xlsx')} label={t('dossiers.registerSheet')} /> : null}
    </>
  );
}
