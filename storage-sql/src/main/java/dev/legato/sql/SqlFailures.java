package dev.legato.sql;

import dev.legato.storage.StorageException;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** What the database's errors mean to us. */
final class SqlFailures {
  private static final int PRIMARY_CODE = 0xFF;

  private SqlFailures() {}

  /** The failure as callers see it, with what the database said as its cause. */
  static StorageException of(String what, Throwable cause) {
    if (cause instanceof StorageException failure) {
      return failure;
    }
    String reason = cause.getMessage();
    return new StorageException(reason == null ? what : what + ": " + reason, cause);
  }

  /** Whether the disk or the file is to blame, so that trying again helps nobody. */
  static boolean isDiskTrouble(Throwable cause) {
    if (!(cause instanceof SQLException sql)) {
      return false;
    }
    int code = sql.getErrorCode() & PRIMARY_CODE;
    return code == SQLiteErrorCode.SQLITE_IOERR.code
        || code == SQLiteErrorCode.SQLITE_FULL.code
        || code == SQLiteErrorCode.SQLITE_CORRUPT.code
        || code == SQLiteErrorCode.SQLITE_NOTADB.code
        || code == SQLiteErrorCode.SQLITE_READONLY.code
        || code == SQLiteErrorCode.SQLITE_CANTOPEN.code;
  }
}
