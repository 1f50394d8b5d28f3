import { lazy, Suspense, useSyncExternalStore, type ReactNode } from 'react';
import { session } from '~/api/session';

const LoginPage = lazy(async () => ({ default: (await import('~/pages/login/LoginPage')).LoginPage }));

/** Shows the application, or asks who is there when the server wants to know. */
export function Session({ children }: { children: ReactNode }) {
  const ended = useSyncExternalStore(session.subscribe, session.isEnded);
  if (!ended) return children;
  return (
    <Suspense>
      <LoginPage />
    </Suspense>
  );
}
