/** Line icons of the navigation and buttons; decorative, so hidden from assistive technology. */
const paths = {
  work: 'M4 6h16M4 12h16M4 18h10',
  receive: 'M12 3v11m0 0 4-4m-4 4-4-4M4 16v3a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-3',
  dossiers: 'M3 7a2 2 0 0 1 2-2h4l2 3h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z',
  procedures: 'M4 4h6v5H4zM14 15h6v5h-6zM7 9v4a3 3 0 0 0 3 3h4',
  overview: 'M4 20V10m6 10V4m6 16v-7m4 7H2',
  calendars: 'M5 6h14v14H5zM5 10h14M9 3v5m6-5v5M9 14h2m3 0h1m-6 3h2',
  public: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18',
  signOut: 'M10 4H5v16h5M15 8l4 4-4 4M9 12h10',
  menu: 'M4 6h16M4 12h16M4 18h16',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14m5 12 4 4',
  print: 'M7 8V4h10v4M7 17H4V9h16v8h-3M7 14h10v6H7z',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M13 4.5v5M7 14.5v5',
  outbox: 'M4 6h16v12H4zM4 7l8 6 8-6',
  organisation: 'M9 4h6v5H9zM3 15h6v5H3zM15 15h6v5h-6zM12 9v3M6 15v-3h12v3',
  rules: 'M6 3h9l4 4v14H6zM9 11h7M9 15h7M9 7h3',
  personal: 'M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6zM12 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4M8.5 16a3.5 3.5 0 0 1 7 0',
  bell: 'M18 16v-5a6 6 0 1 0-12 0v5l-2 2h16zM10 21h4',
  standIn: 'M9 4a3 3 0 1 0 0 6 3 3 0 0 0 0-6M3 20a6 6 0 0 1 10-4m2 2h6m-3-3 3 3-3 3',
  improvements: 'M4 17l5-5 4 3 7-8M15 7h5v5',
  plus: 'M12 5v14M5 12h14',
} as const;
export type IconName = keyof typeof paths;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
