/** How many executions and log lines there are, over time. Start at {@link StatisticRoutes}. */
@NullMarked
package dev.legato.rest.statistic;

import org.jspecify.annotations.NullMarked;
