/**
 * Tasks about the execution that they are part of. Start at {@link
 * dev.legato.plugins.core.execution.Fail}.
 */
@NullMarked
package dev.legato.plugins.core.execution;

import org.jspecify.annotations.NullMarked;
