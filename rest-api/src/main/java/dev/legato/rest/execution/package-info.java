/** Executions as clients see, start and stop them. Start reading at {@link ExecutionResource}. */
@NullMarked
package dev.legato.rest.execution;

import org.jspecify.annotations.NullMarked;
