package dev.legato.worker;

import dev.legato.plugin.TaskFailure;
import java.io.IOException;

/** What people read of an exception that ended an attempt. */
final class Complaint {
  private static final String OURS = "dev.legato.";

  private Complaint() {}

  /** Its message; with its kind in front unless the message was written for people. */
  static String of(Throwable e) {
    String message = e.getMessage();
    String kind = e.getClass().getSimpleName();
    return message == null ? kind : isForPeople(e) ? message : kind + ": " + message;
  }

  /** Our own failures tell what is wrong; those of libraries often give a name alone. */
  private static boolean isForPeople(Throwable e) {
    return e instanceof TaskFailure
        || (e instanceof IOException && e.getClass().getName().startsWith(OURS));
  }
}
