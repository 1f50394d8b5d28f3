import { settings } from '~/app/settings';
import { languageOf } from '~/app/texts';
import { words } from './words';

/** Why a request was refused, in words for people. */
export class Failure extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly details: Detail[] = [],
    readonly invalids: Invalid[] = [],
  ) {
    super(message);
  }

  /** One line for each thing that is wrong. */
  lines(): string[] {
    return [
      ...this.details.map((detail) => detail.message).filter((line) => line !== this.message),
      ...this.invalids.map((invalid) => `${invalid.invalidValue}: ${invalid.message}`),
    ];
  }
}

/** That no answer came: the server is away, or the way to it is. */
export class Unreachable extends Error {}

export interface Detail {
  message: string;
  path?: string;
}

export interface Invalid {
  message: string;
  invalidValue: string;
}

interface ErrorBody {
  message?: string;
  _embedded?: { errors?: Detail[] };
  invalids?: Invalid[];
}

export function failureOf(status: number, text: string): Failure {
  let body: ErrorBody = {};
  try {
    body = JSON.parse(text) as ErrorBody;
  } catch {
    // a proxy may answer in its own words; a page of HTML is of no use to anybody
  }
  const message = body.message ?? (text && !text.startsWith('<') && text.length < 300 ? text : `The server answered ${status}.`);
  return new Failure(status, message, body._embedded?.errors ?? [], body.invalids ?? []);
}

/** Whether what went wrong may go well when it is tried again. */
export function isPassing(thrown: unknown): boolean {
  return thrown instanceof Unreachable || (thrown instanceof Failure && thrown.status >= 500);
}

const CODE_IS_AWAY = /dynamically imported module|importing a module script/i;

const reported = new WeakSet<object>();

/** What to tell of anything that was thrown. Our own mistakes are told as such, and once in the console. */
export function explain(thrown: unknown): { title: string; details: string[] } {
  if (thrown instanceof Failure) return { title: thrown.message, details: thrown.lines() };
  const t = words[languageOf(settings.get().language)];
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (thrown instanceof Unreachable) return { title: t.unreachable, details: [message] };
  if (CODE_IS_AWAY.test(message)) return { title: t.notLoaded, details: [t.notLoadedText] };
  if (thrown instanceof Error && !reported.has(thrown)) {
    reported.add(thrown);
    // eslint-disable-next-line no-console -- the only place where its stack can be read
    console.error(thrown);
  }
  return { title: t.mistake, details: [message, t.mistakeText] };
}
