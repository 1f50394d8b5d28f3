import { useSettings } from './settings';

export type Language = 'en' | 'fr';

/** Texts of a subject in every language. Texts with values are functions: `(count: number) => string`. */
export type Texts<T> = Record<Language, T>;

/** Puts the texts of a subject together; the compiler refuses a language that lacks one. */
export function defineTexts<T>(en: T, fr: NoInfer<T>): Texts<T> {
  return { en, fr };
}

export function languageOf(choice: 'system' | Language): Language {
  if (choice !== 'system') return choice;
  return typeof navigator !== 'undefined' && navigator.language.startsWith('fr') ? 'fr' : 'en';
}

export function useLanguage(): Language {
  const [{ language }] = useSettings();
  return languageOf(language);
}

/** The texts of a subject in the language of the person. */
export function useTexts<T>(texts: Texts<T>): T {
  return texts[useLanguage()];
}

/** "1 flow", "2 flows": a count with its noun. */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString()} ${count === 1 ? one : many}`;
}
