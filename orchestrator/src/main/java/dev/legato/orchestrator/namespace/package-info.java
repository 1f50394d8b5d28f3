/**
 * What people have said about namespaces, and the variables of each. Start at {@link
 * dev.legato.orchestrator.namespace.Namespaces}.
 */
@NullMarked
package dev.legato.orchestrator.namespace;

import org.jspecify.annotations.NullMarked;
