/**
 * Internal storage in a directory of local files. Start at {@link dev.legato.files.LocalFileStore}.
 *
 * <p>Every step from the directory down is taken from an open handle of the folder above, and no
 * step follows a link: whoever swaps a folder for a link meanwhile wins nothing.
 */
@NullMarked
package dev.legato.files;

import org.jspecify.annotations.NullMarked;
