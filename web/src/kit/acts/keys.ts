/** The keys of every page by what comes of them: as they are shown, and as they are bound. */
export const KEYS = {
  search: { shown: '/', bound: '/' },
  searchAlways: { shown: 'Ctrl+K', bound: 'mod+K' },
  help: { shown: '?', bound: 'shift+?' },
  home: { shown: 'Alt+1', bound: 'alt+1' },
  rounds: { shown: 'Alt+2', bound: 'alt+2' },
} as const;
