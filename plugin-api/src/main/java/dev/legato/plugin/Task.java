package dev.legato.plugin;

import java.io.IOException;

/**
 * A unit of work. Implementations are records: a component is a property of the task, its name the
 * property's name. Values arrive rendered, converted to the component's type and checked.
 *
 * @param <R> a record whose components are the outputs; {@link NoOutput} for none
 */
public interface Task<R extends Record> {
  /**
   * Does the work on a virtual thread of its own.
   *
   * @throws TaskFailure when the work failed for a reason that people should read
   * @throws IOException when files or the network failed; its message is shown
   * @throws InterruptedException when the attempt was killed or took too long; give up at once
   */
  R run(TaskContext context) throws TaskFailure, IOException, InterruptedException;
}
