import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Confirmations } from '~/components/Confirm';
import { isPassing } from '~/api/failure';
import { router } from './router';
import { Session } from './Session';
import { useLanguage } from './texts';
import { theme } from './theme';
import { useIsDark } from './useIsDark';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 2_000,
      // what the server refused it will refuse again
      retry: (count, error) => isPassing(error) && count < 2,
    },
  },
});

export function App() {
  const dark = useIsDark();
  const language = useLanguage();
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.style.removeProperty('background');
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
  }, [dark, language]);
  return (
    <MantineProvider theme={theme} forceColorScheme={dark ? 'dark' : 'light'}>
      <QueryClientProvider client={queries}>
        <Session>
          <RouterProvider router={router} />
        </Session>
        <Confirmations />
      </QueryClientProvider>
    </MantineProvider>
  );
}
