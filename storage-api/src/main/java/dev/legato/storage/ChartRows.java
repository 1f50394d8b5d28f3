package dev.legato.storage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the answer to a query.
 *
 * @param rows each with a value for each column: a text, a whole number, a number, an instant, or
 *     absent; lengths of time are numbers of seconds
 * @param total how many rows there are on all pages
 */
public record ChartRows(List<List<@Nullable Object>> rows, long total) {}
