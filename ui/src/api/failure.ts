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

/** What to tell of anything that was thrown. */
export function explain(thrown: unknown): { title: string; details: string[] } {
  if (thrown instanceof Failure) return { title: thrown.message, details: thrown.lines() };
  if (thrown instanceof TypeError) return { title: 'The server cannot be reached.', details: [thrown.message] };
  return { title: thrown instanceof Error ? thrown.message : String(thrown), details: [] };
}
