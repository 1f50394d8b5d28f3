package dev.legato.sql;

import dev.legato.testkit.contract.ChartStoreContract;

final class SqlChartStoreTest extends OpenStorage implements ChartStoreContract {}
