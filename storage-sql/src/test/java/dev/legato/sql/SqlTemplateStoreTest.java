package dev.legato.sql;

import dev.legato.testkit.contract.TemplateStoreContract;

final class SqlTemplateStoreTest extends OpenStorage implements TemplateStoreContract {}
