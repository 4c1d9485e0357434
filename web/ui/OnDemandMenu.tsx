/** A button whose menu is fetched when it is first wanted: menus are much code, and most pages are left without one opened. */
import { cloneElement, Suspense, useState, type ReactElement } from 'react';

interface ButtonProps { onClick?: () => void; 'aria-haspopup'?: 'menu'; 'aria-expanded'?: boolean }
/** `menu` gives a lazy one that opens at once, and shows `target` as its button from then on. */
interface Props { button: ReactElement<ButtonProps>; menu: (target: ReactElement) => ReactElement }

export function OnDemandMenu({ button, menu }: Props) {
  const [wanted, setWanted] = useState(false);
  const plain = cloneElement(button, { 'aria-haspopup': 'menu', 'aria-expanded': false, onClick: () => setWanted(true) });
  return wanted ? <Suspense fallback={plain}>{menu(button)}</Suspense> : plain;
}
