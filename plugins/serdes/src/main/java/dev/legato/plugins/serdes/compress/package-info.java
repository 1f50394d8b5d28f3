/**
 * Packs and unpacks files and archives. Start at {@link
 * dev.legato.plugins.serdes.compress.ArchiveDecompress}.
 *
 * <p>What is unpacked may come from anyone: {@link dev.legato.plugins.serdes.compress.Quota} bounds
 * what comes out of it, and names in archives lead nowhere but into the internal storage.
 */
@NullMarked
package dev.legato.plugins.serdes.compress;

import org.jspecify.annotations.NullMarked;
