package dev.legato.sql;

import dev.legato.testkit.contract.RefusedCommitContract;

final class SqlRefusedCommitTest extends OpenStorage implements RefusedCommitContract {}
