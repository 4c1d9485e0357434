/** A button whose menu is fetched when it is first wanted: menus are much code, and most pages are left without one opened. */
import { cloneElement, Suspense, useState, type ComponentType, type ReactElement } from 'react';

interface ButtonProps { onClick?: () => void; 'aria-haspopup'?: 'menu'; 'aria-expanded'?: boolean }
/** `Menu` is lazy, opens at once, and shows `target` as its button from then on. */
interface Props { button: ReactElement<ButtonProps>; Menu: ComponentType<{ target: ReactElement }> }

export function OnDemandMenu({ button, Menu }: Props) {
  const [wanted, setWanted] = useState(false);
  const plain = cloneElement(button, { 'aria-haspopup': 'menu', 'aria-expanded': false, onClick: () => setWanted(true) });
  return wanted ? <Suspense fallback={plain}><Menu target={button} /></Suspense> : plain;
}
