/**
 * Dashboards: charts that people describe in YAML. Start reading at {@link DashboardReader}, which
 * reads them, and {@link ChartRun}, which asks for their figures.
 */
@NullMarked
package dev.legato.rest.dashboard;

import org.jspecify.annotations.NullMarked;
