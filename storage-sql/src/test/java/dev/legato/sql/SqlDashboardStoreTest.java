package dev.legato.sql;

import dev.legato.testkit.contract.DashboardStoreContract;

final class SqlDashboardStoreTest extends OpenStorage implements DashboardStoreContract {}
