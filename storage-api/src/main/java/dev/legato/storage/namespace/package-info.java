/**
 * Files that the flows of a namespace share. Start at {@link
 * dev.legato.storage.namespace.NamespaceFiles}.
 */
@NullMarked
package dev.legato.storage.namespace;

import org.jspecify.annotations.NullMarked;
