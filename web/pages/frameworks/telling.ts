/** Places and values of a drawing in words. */
import type { FrameworkPlace } from '../../../server/contract.js';
import { useWords } from '../../i18n/index.js';

export function useAttribute(): (name: string) => string {
  const { t } = useWords();
  return (name) => t(`frameworks.attribute.${name}`, { defaultValue: name });
}
/** The element, and the fact on it: `bước “Tiếp nhận”`, `thủ tục “Cấp đổi”: giấy tờ “Đơn”`. */
export function usePlace(): (place: FrameworkPlace) => string {
  const { t } = useWords();
  return ({ kind, name, which }) => {
    const said = kind === '' ? '' : `${t(`frameworks.kind.${kind}`, { defaultValue: kind })} `;
    return which === undefined || which === name ? `${said}“${name}”` : `“${name}”: ${said}“${which}”`;
  };
}
