package dev.legato.rest.statistic;

import java.util.Map;

/**
 * Executions of a namespace.
 *
 * @param counts how many are in which state; without those of which there are none
 */
public record NamespaceStatsView(String namespace, Map<String, Long> counts) {}
