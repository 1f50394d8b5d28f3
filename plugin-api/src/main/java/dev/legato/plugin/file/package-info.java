/** What tasks say about files of namespaces. Start at {@link NamespaceFileChoice}. */
@NullMarked
package dev.legato.plugin.file;

import org.jspecify.annotations.NullMarked;
