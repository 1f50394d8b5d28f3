/**
 * Key-values of namespaces as clients read and change them. Start reading at {@link
 * KeyValueRoutes}.
 */
@NullMarked
package dev.legato.rest.keyvalue;

import org.jspecify.annotations.NullMarked;
