import { Kept } from './settings';

export interface StarredPage {
  /** The address below the tenant, with its filters. */
  href: string;
  name: string;
}

export const starred = new Kept<StarredPage[]>('legato.starred', []);
