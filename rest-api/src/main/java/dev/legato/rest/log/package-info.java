/** Log lines of executions as clients read them. Start reading at {@link LogRoutes}. */
@NullMarked
package dev.legato.rest.log;

import org.jspecify.annotations.NullMarked;
