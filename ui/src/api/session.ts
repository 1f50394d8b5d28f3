import { serverPath } from '~/app/place';
import { failureOf } from './failure';
import { reach } from './reach';

/** Tells the server that a page asks: it then leaves out what would make the browser ask for a password. */
export const askedByPage = { 'X-Requested-With': 'legato' };

let ended = false;
const listeners = new Set<() => void>();

/** Whether the server wants to know who is there before it answers. */
export const session = {
  isEnded: (): boolean => ended,
  end: () => change(true),
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

function change(next: boolean) {
  if (ended === next) return;
  ended = next;
  listeners.forEach((listener) => listener());
}

export interface LoginState {
  isBasicAuthEnabled: boolean;
  /** Whether the first user can be set up, by whoever has the token that the server printed. */
  isSetUpPossible: boolean;
  version: string;
}

const url = (path: string) => `${serverPath}/api/v1/${path}`;

export async function loginState(): Promise<LoginState> {
  return (await (await reach(url('configs/login'))).json()) as LoginState;
}

/** Signs in; throws a `Failure` with status 401 when name or password are wrong. */
export async function signIn(username: string, password: string): Promise<void> {
  const response = await reach(url('login'), {
    method: 'POST',
    headers: { ...askedByPage, 'Content-Type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  if (!response.ok) throw failureOf(response.status, await response.text());
  change(false);
}

/** Sets up the first user, who is signed in from then on. */
export async function setUp(username: string, password: string, token: string): Promise<void> {
  const response = await reach(url('main/basicAuth'), {
    method: 'POST',
    headers: { ...askedByPage, 'Content-Type': 'application/json' },
    body: JSON.stringify({ username, password, token }),
  });
  if (!response.ok) throw failureOf(response.status, await response.text());
}

export async function signOut(): Promise<void> {
  await reach(url('logout'), { method: 'POST', headers: askedByPage });
  change(true);
}
