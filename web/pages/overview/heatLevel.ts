/** Five steps of heat by share of all office time, 0 to 1; the colours are those of the viewer's style sheet. */
const bounds = [0.05, 0.15, 0.3, 0.5] as const;

export const heatLevel = (share: number): number => bounds.filter((bound) => share >= bound).length;

export const levels = [
  { colour: '#fdf6e3', text: '< 5 %' }, { colour: '#fbe3b3', text: '5–15 %' }, { colour: '#f7c281', text: '15–30 %' }, { colour: '#ef9a5f', text: '30–50 %' }, { colour: '#e2725b', text: '≥ 50 %' },
] as const;
