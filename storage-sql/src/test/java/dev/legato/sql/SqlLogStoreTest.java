package dev.legato.sql;

import dev.legato.testkit.contract.LogStoreContract;

final class SqlLogStoreTest extends OpenStorage implements LogStoreContract {}
