/**
 * The beginning of a file, to be shown. Start at {@link dev.legato.data.preview.Preview}.
 *
 * <p>Nothing here can be executed by what shows it: rows and texts are data, pictures and PDF are
 * bytes of a kind that their own beginning proves.
 */
@NullMarked
package dev.legato.data.preview;

import org.jspecify.annotations.NullMarked;
