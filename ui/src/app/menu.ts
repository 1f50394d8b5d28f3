import {
  IconActivityHeartbeat, IconBolt, IconBook2, IconChartDonut, IconFileText, IconFolders, IconGauge, IconKey, IconLock,
  IconPlayerPlay, IconPuzzle, IconSettings, IconTopologyStar3, type Icon,
} from '@tabler/icons-react';
import type { words } from './words';

export interface Destination {
  /** The route, which begins with the address of the page. */
  to: string;
  word: keyof (typeof words)['en'] & string;
  icon: Icon;
  section?: 'administration';
}

/** Pages that the menu and the palette lead to. */
export const destinations: Destination[] = [
  { to: '/dashboards', word: 'home', icon: IconChartDonut },
  { to: '/flows', word: 'flows', icon: IconTopologyStar3 },
  { to: '/executions', word: 'executions', icon: IconPlayerPlay },
  { to: '/logs', word: 'logs', icon: IconFileText },
  { to: '/namespaces', word: 'namespaces', icon: IconFolders },
  { to: '/plugins', word: 'plugins', icon: IconPuzzle },
  { to: '/blueprints', word: 'blueprints', icon: IconBook2 },
  { to: '/triggers', word: 'triggers', icon: IconBolt, section: 'administration' },
  { to: '/kv', word: 'keyValues', icon: IconKey, section: 'administration' },
  { to: '/secrets', word: 'secrets', icon: IconLock, section: 'administration' },
  { to: '/concurrency', word: 'concurrency', icon: IconGauge, section: 'administration' },
  { to: '/system', word: 'system', icon: IconActivityHeartbeat, section: 'administration' },
  { to: '/settings', word: 'settings', icon: IconSettings, section: 'administration' },
];
