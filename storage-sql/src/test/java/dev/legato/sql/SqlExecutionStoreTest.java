package dev.legato.sql;

import dev.legato.testkit.contract.ExecutionStoreContract;

final class SqlExecutionStoreTest extends OpenStorage implements ExecutionStoreContract {}
