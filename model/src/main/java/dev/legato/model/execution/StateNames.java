package dev.legato.model.execution;

import java.util.List;

/** The names of states as flows and clients write them. */
public final class StateNames {
  /** Every name that is understood, also of states that nothing has on this server. */
  public static final List<String> ALL =
      List.of(
          "CREATED",
          "SUBMITTED",
          "RUNNING",
          "PAUSED",
          "RESTARTED",
          "KILLING",
          "SUCCESS",
          "WARNING",
          "FAILED",
          "KILLED",
          "CANCELLED",
          "QUEUED",
          "RETRYING",
          "RETRIED",
          "SKIPPED",
          "BREAKPOINT",
          "RESUBMITTED");

  private StateNames() {}
}
