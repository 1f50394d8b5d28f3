package dev.legato.sql;

import dev.legato.testkit.contract.ExecutionSearchContract;

final class SqlExecutionSearchTest extends OpenStorage implements ExecutionSearchContract {}
