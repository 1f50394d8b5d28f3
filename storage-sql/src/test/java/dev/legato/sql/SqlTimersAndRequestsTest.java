package dev.legato.sql;

import dev.legato.testkit.contract.TimersAndRequestsContract;

final class SqlTimersAndRequestsTest extends OpenStorage implements TimersAndRequestsContract {}
