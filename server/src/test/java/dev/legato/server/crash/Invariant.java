package dev.legato.server.crash;

/** What must hold after every recovery, whatever happened before. */
enum Invariant {
  I1("an acknowledged execution exists as it was asked for, and ends"),
  I2("a request without an answer has made no execution or a whole one, with its key exactly one"),
  I3("histories have legal steps only and nothing after their end"),
  I4("an attempt starts once, and another one only after a crash or as a retry"),
  I5("no task of an ended execution starts, or still runs"),
  I8("the log of a finished attempt is whole, that of a dead one a beginning"),
  I9("outputs and figures of a finished attempt are there once, and counts are right"),
  I11("at rest nothing waits"),
  I15("the database is sound and its write-ahead log small");

  private final String promise;

  Invariant(String promise) {
    this.promise = promise;
  }

  String promise() {
    return promise;
  }
}
