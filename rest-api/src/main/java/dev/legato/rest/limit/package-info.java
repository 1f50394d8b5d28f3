/** How many executions of flows with a limit run. Start at {@link LimitRoutes}. */
@NullMarked
package dev.legato.rest.limit;

import org.jspecify.annotations.NullMarked;
