package dev.legato.rest.dashboard;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One chart.
 *
 * @param document as its author wrote it
 * @param data where its figures come from; absent for texts
 * @param column what goes along its axis: a date of a time series, the bars of a bar chart
 * @param percentage whether a figure is a share of all
 */
record Chart(
    String id,
    ChartType type,
    Map<String, @Nullable Object> document,
    @Nullable ChartData data,
    @Nullable String column,
    boolean percentage) {}
