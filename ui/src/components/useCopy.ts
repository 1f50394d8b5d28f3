import { useTexts } from '~/app/texts';
import { tellError, tellSuccess } from '~/app/toasts';
import { words } from '~/app/words';

/** Puts a text on the clipboard, and tells so; also when the browser does not let it. */
export function useCopy(): (text: string) => void {
  const t = useTexts(words);
  return (text) => void write(text).then(() => tellSuccess(t.copied), () => tellError(t.notCopied, [t.notCopiedText]));
}

// async: where a page is neither secure nor local there is no clipboard at all
async function write(text: string) {
  await navigator.clipboard.writeText(text);
}
