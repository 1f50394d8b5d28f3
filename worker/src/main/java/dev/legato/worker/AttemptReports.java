package dev.legato.worker;

import dev.legato.storage.LogStore;
import dev.legato.storage.MetricStore;

/** Where goes what attempts produce. */
public record AttemptReports(LogStore logs, MetricStore metrics, AttemptListener listener) {}
