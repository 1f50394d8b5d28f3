/** A part of a message: text, the address of a page, or that of a stored file. */
export interface Part {
  text: string;
  kind: 'text' | 'page' | 'file';
}

const ADDRESS = /((?:https?:\/\/|kestra:\/\/\/)[^\s"'<>`]+)/;

/** A message cut into its text and the addresses in it; marks that end a sentence are no part of an address. */
export function linked(message: string): Part[] {
  return message.split(new RegExp(ADDRESS, 'g')).flatMap((text, index): Part[] => {
    if (index % 2 === 0) return text ? [{ text, kind: 'text' }] : [];
    const address = text.replace(/[.,;:!?)\]}]+$/, '');
    const rest = text.slice(address.length);
    return [{ text: address, kind: address.startsWith('kestra:') ? 'file' : 'page' }, ...(rest ? [{ text: rest, kind: 'text' } as const] : [])];
  });
}
