const paths = {
  today: 'M4 9.5 12 3l8 6.5V20a1 1 0 0 1-1 1h-4v-6H9v6H5a1 1 0 0 1-1-1Z',
  resume: 'M7 3h7l4 4v13a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1Zm7 0v4h4M9 12h6M9 16h6',
  gap: 'M4 20V10M10 20V4M16 20v-7M22 20H2',
  roadmap: 'M5 20c6 0 2-8 7-8s1-8 7-8M5 20a1.6 1.6 0 1 0 0-.1M19 4a1.6 1.6 0 1 0 0-.1',
  skills: 'M12 3l2.6 5.6 6 .7-4.4 4.1 1.2 6-5.4-3-5.4 3 1.2-6L3.4 9.3l6-.7Z',
  learn: 'M2.5 9 12 4.5 21.5 9 12 13.5ZM6.5 11v5c3.2 2.4 7.8 2.4 11 0v-5M21.5 9v6',
  notes: 'M5 4h14v12l-4 4H5ZM15 20v-4h4M8.5 9h7M8.5 13h4',
  progress: 'M3 17l5-5 4 3 8-9M15 6h5v5M3 21h18',
  settings: 'M12 15.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3M5.3 5.3l2.1 2.1M16.6 16.6l2.1 2.1M5.3 18.7l2.1-2.1M16.6 7.4l2.1-2.1',
  people: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20a6.5 6.5 0 0 1 13 0M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5a6.5 6.5 0 0 1 3.5 5.5',
  jobs: 'M12 8v5M12 16.5v.1M12 3 2.5 20h19Z',
  knowledge: 'M5 5a2 2 0 0 1 2-2h12v15H7a2 2 0 0 0-2 2ZM5 20a1 1 0 0 0 1 1h13M9 7.5h6M9 11h4',
  study: 'M12 6.5C10 5 7 4.5 3 4.5v13c4 0 7 .5 9 2 2-1.5 5-2 9-2v-13c-4 0-7 .5-9 2ZM12 6.5v13',
  questions: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M12 16.5v.1',
  models: 'M4 5h16v11H11l-4 4v-4H4ZM8 9h8M8 12h5',
  advisor: 'M12 3v18M12 5h6.5L21 7.5 18.5 10H12M12 11.5H5.5L3 14l2.5 2.5H12M9 21h6',
  tutor: 'M9.5 18h5M10.5 21h3M12 3a6 6 0 0 1 3.6 10.8c-.7.6-1.1 1.3-1.1 2.2h-5c0-.9-.4-1.6-1.1-2.2A6 6 0 0 1 12 3Z',
  stop: 'M7 7h10v10H7Z',
  check: 'M4.5 12.5 10 18 20 6.5',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  explore: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM15.5 8.5l-2 5-5 2 2-5Z',
  find: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM20 20l-4-4',
  more: 'M4 12a1 1 0 1 0 2 0 1 1 0 0 0-2 0ZM11 12a1 1 0 1 0 2 0 1 1 0 0 0-2 0ZM18 12a1 1 0 1 0 2 0 1 1 0 0 0-2 0Z',
  leave: 'M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M4 12h11M11 8l4 4-4 4',
  close: 'M6 6l12 12M18 6 6 18',
  language: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18',
  theme: 'M20 14.5A8 8 0 1 1 9.5 4a8 8 0 0 0 10.5 10.5Z',
  helpful: 'M7 11v9H4v-9ZM7 11l4-8a2.4 2.4 0 0 1 2.4 2.4V9H19a1.6 1.6 0 0 1 1.6 1.9l-1.3 7.5A2 2 0 0 1 17.3 20H7',
  notHelpful: 'M7 13V4H4v9ZM7 13l4 8a2.4 2.4 0 0 0 2.4-2.4V15H19a1.6 1.6 0 0 0 1.6-1.9l-1.3-7.5A2 2 0 0 0 17.3 4H7',
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6Z',
} as const;

export type IconName = keyof typeof paths;

/** Decorative: what it means is always beside it in words. */
export function Icon({ name, size = 22 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
