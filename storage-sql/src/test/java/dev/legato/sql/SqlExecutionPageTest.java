package dev.legato.sql;

import dev.legato.testkit.contract.ExecutionPageContract;

final class SqlExecutionPageTest extends OpenStorage implements ExecutionPageContract {}
