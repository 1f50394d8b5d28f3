package dev.legato.sql;

import dev.legato.testkit.contract.SecretStoreContract;

final class SqlSecretStoreTest extends OpenStorage implements SecretStoreContract {}
