/** Namespaces and the files in them. Start reading at {@link NamespaceRoutes}. */
@NullMarked
package dev.legato.rest.namespace;

import org.jspecify.annotations.NullMarked;
