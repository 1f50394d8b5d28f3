/** Figures that tasks report, as clients read them. Start reading at {@link MetricRoutes}. */
@NullMarked
package dev.legato.rest.metric;

import org.jspecify.annotations.NullMarked;
