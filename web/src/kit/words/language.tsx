import type { Language } from '@parindex/core/words/index';
import type { Texts } from '@parindex/core/words/texts';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

const KEPT_AS = 'parindex-language';

const kept = (): Language => (localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'vi');

const LanguageContext = createContext<{ language: Language; speak: (language: Language) => void }>({ language: 'vi', speak: () => undefined });

/** Vietnamese, until the reader switches; the device remembers, and what the server has said in the other language is read anew. */
export function LanguageProvider({ onSwitch, children }: { onSwitch: () => void; children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(kept);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const value = useMemo(
    () => ({
      language,
      speak: (wanted: Language) => {
        localStorage.setItem(KEPT_AS, wanted);
        document.documentElement.lang = wanted;
        setLanguage(wanted);
        onSwitch();
      },
    }),
    [language, onSwitch],
  );
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

export const useLanguage = () => useContext(LanguageContext);

/** A task's texts in the reader's language. */
export function useTexts<T>(texts: Texts<T>): T {
  return texts[useLanguage().language];
}
