package dev.legato.sql;

import dev.legato.testkit.contract.NamespaceStoreContract;

final class SqlNamespaceStoreTest extends OpenStorage implements NamespaceStoreContract {}
