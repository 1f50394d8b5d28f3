import { first, type Search } from '~/app/search';
import type { Given } from '~/components/inputs/useInputs';

const INPUT = /^inputs\[(.+)\]$/;

/** Values of inputs in an address, for links that open a form filled in: `?run=true&inputs[name]=Ada`. */
export function givenIn(search: Search): Given {
  return Object.fromEntries(
    Object.entries(search).flatMap(([key, value]) => {
      const name = INPUT.exec(key)?.[1];
      const text = first(value);
      return name && text !== undefined ? [[name, text]] : [];
    }),
  );
}
