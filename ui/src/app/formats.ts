import { useMemo } from 'react';
import { settings, useSettings, type Settings } from './settings';
import { languageOf, useLanguage, type Language } from './texts';

type Moment = string | number | Date | null | undefined;

/** Moments, durations and sizes as people read them. */
export interface Formats {
  dateTime(moment: Moment): string;
  time(moment: Moment): string;
  date(moment: Moment): string;
  /** "3 min ago" */
  ago(moment: Moment): string;
  number(value: number): string;
}

function zoned(choice: Settings): Intl.DateTimeFormatOptions {
  return choice.timeZone ? { timeZone: choice.timeZone } : {};
}

export function formatsFor(choice: Settings, language: Language): Formats {
  const zone = zoned(choice);
  const locale = choice.dateStyle === 'iso' ? 'sv-SE' : language === 'fr' ? 'fr-FR' : 'en-GB';
  const dateStyle = choice.dateStyle === 'short' ? 'short' : 'medium';
  const options = (style: Intl.DateTimeFormatOptions): Intl.DateTimeFormatOptions =>
    choice.dateStyle === 'iso' ? { ...zone, year: 'numeric', month: '2-digit', day: '2-digit' } : { ...zone, ...style };
  const date = new Intl.DateTimeFormat(locale, options({ dateStyle }));
  const dateTime = new Intl.DateTimeFormat(locale, {
    ...(choice.dateStyle === 'iso'
      ? { ...zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' }
      : { ...zone, dateStyle, timeStyle: 'medium' }),
  });
  const time = new Intl.DateTimeFormat(locale, {
    ...zone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    hourCycle: 'h23',
  });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  const show = (format: Intl.DateTimeFormat) => (moment: Moment) =>
    moment === null || moment === undefined || moment === '' ? '' : format.format(new Date(moment));
  return {
    dateTime: show(dateTime),
    time: show(time),
    date: show(date),
    ago: (moment) => (moment ? relativeTo(new Date(moment), Date.now(), relative) : ''),
    number: (value) => value.toLocaleString(language),
  };
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

export function relativeTo(moment: Date, now: number, format: Intl.RelativeTimeFormat): string {
  const seconds = (moment.getTime() - now) / 1000;
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return format.format(Math.trunc(seconds / size), unit);
}

export function useFormats(): Formats {
  const [choice] = useSettings();
  const language = useLanguage();
  return useMemo(() => formatsFor(choice, language), [choice, language]);
}

/** For texts outside of components, such as names of downloads. */
export function currentFormats(): Formats {
  return formatsFor(settings.get(), languageOf(settings.get().language));
}

/** Seconds as "1 h 02 min", "3 min 04 s", "1.25 s" or "18 ms". */
export function duration(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds < 0) return '';
  if (seconds < 1) return `${Math.round(seconds * 1000)} ms`;
  if (seconds < 60) return `${seconds < 10 ? seconds.toFixed(2) : seconds.toFixed(1)} s`;
  const whole = Math.floor(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${two(whole % 60)} s`;
  if (whole < 86_400) return `${Math.floor(whole / 3600)} h ${two(Math.floor((whole % 3600) / 60))} min`;
  return `${Math.floor(whole / 86_400)} d ${two(Math.floor((whole % 86_400) / 3600))} h`;
}

/** ISO 8601 durations (`PT1M2.5S`, `P1DT2H`) in seconds; months and years are taken as 30 and 365 days. */
export function secondsOf(iso: string | number | null | undefined): number {
  if (typeof iso === 'number') return iso;
  const parts = /^P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/.exec(iso ?? '');
  if (!parts) return Number.NaN;
  const lengths = [31_536_000, 2_592_000, 604_800, 86_400, 3_600, 60, 1];
  return lengths.reduce((sum, length, index) => sum + length * Number(parts[index + 1] ?? 0), 0);
}

export function bytes(count: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  const power = count < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(count) / 10));
  const value = count / 1024 ** power;
  return `${power === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[power]}`;
}
