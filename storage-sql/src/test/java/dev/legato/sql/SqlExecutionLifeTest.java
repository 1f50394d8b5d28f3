package dev.legato.sql;

import dev.legato.testkit.contract.ExecutionLifeContract;

final class SqlExecutionLifeTest extends OpenStorage implements ExecutionLifeContract {}
