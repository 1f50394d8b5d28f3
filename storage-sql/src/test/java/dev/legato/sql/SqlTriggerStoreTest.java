package dev.legato.sql;

import dev.legato.testkit.contract.TriggerStoreContract;

final class SqlTriggerStoreTest extends OpenStorage implements TriggerStoreContract {}
