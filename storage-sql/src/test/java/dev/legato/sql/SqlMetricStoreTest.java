package dev.legato.sql;

import dev.legato.testkit.contract.MetricStoreContract;

final class SqlMetricStoreTest extends OpenStorage implements MetricStoreContract {}
