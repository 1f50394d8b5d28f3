import { Unreachable } from './failure';

/** `fetch`, where no answer, or one that breaks off, is told as `Unreachable`. */
export async function reach(...asked: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...asked).catch(broken);
  const json = response.json.bind(response);
  const text = response.text.bind(response);
  const blob = response.blob.bind(response);
  return Object.assign(response, {
    json: () => json().catch(broken),
    text: () => text().catch(broken),
    blob: () => blob().catch(broken),
  });
}

/** Browsers tell broken connections as TypeErrors, as they do mistakes of ours: only here can the two be told apart. */
function broken(thrown: unknown): never {
  throw thrown instanceof TypeError ? new Unreachable(thrown.message) : thrown;
}
