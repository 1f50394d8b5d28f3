package dev.legato.sql;

import dev.legato.testkit.contract.KeyValueStoreContract;

final class SqlKeyValueStoreTest extends OpenStorage implements KeyValueStoreContract {}
