package dev.legato.sql;

import dev.legato.testkit.contract.ExecutionRemovalContract;

final class SqlExecutionRemovalTest extends OpenStorage implements ExecutionRemovalContract {}
