import { urlOf } from './client';
import type { Search } from '~/app/search';

export interface Watching {
  stop(): void;
}

/**
 * Watches a stream of the server. The name of an event is its id; after the event `end` the stream
 * is closed. The browser connects again by itself when the connection breaks.
 */
export function watch<T>(
  path: string,
  search: Search,
  onEvent: (name: string, data: T) => void,
  onLost: () => void = () => {},
): Watching {
  const source = new EventSource(urlOf(path, search));
  source.onmessage = (event: MessageEvent<string>) => {
    const name = event.lastEventId;
    if (event.data) onEvent(name, JSON.parse(event.data) as T);
    if (name === 'end') source.close();
  };
  source.onerror = () => {
    // closed for good: the server refused, or it knows no such thing
    if (source.readyState === EventSource.CLOSED) onLost();
  };
  return { stop: () => source.close() };
}
