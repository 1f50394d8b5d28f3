package dev.legato.sql;

import dev.legato.testkit.contract.FlowStoreContract;

final class SqlFlowStoreTest extends OpenStorage implements FlowStoreContract {}
