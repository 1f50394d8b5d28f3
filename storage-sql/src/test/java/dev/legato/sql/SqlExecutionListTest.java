package dev.legato.sql;

import dev.legato.testkit.contract.ExecutionListContract;

final class SqlExecutionListTest extends OpenStorage implements ExecutionListContract {}
