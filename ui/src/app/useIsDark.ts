import { useMediaQuery } from '@mantine/hooks';
import { useSettings } from './settings';

export function useIsDark(): boolean {
  const [{ theme }] = useSettings();
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)', undefined, { getInitialValueInEffect: false });
  return theme === 'dark' || (theme === 'system' && systemDark === true);
}
