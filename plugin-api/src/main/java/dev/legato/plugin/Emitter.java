package dev.legato.plugin;

/** Starts executions for what a trigger hears. */
@FunctionalInterface
public interface Emitter<O extends Record> {
  /**
   * Returns when the execution exists and will not get lost: then the source may forget its
   * element. What was not sent like this when the server stops has to be sent again.
   *
   * @throws InterruptedException when the trigger is to stop; the element started nothing
   */
  void emit(Finding<O> finding) throws InterruptedException;
}
