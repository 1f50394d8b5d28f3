package dev.legato.plugin;

import dev.legato.plugin.flow.FlowRevisionPurge;

/** Revisions of this and other flows. */
@FunctionalInterface
public interface FlowRevisions {
  /**
   * Removes older revisions, one flow after the other.
   *
   * @return how many were removed
   * @throws TaskFailure when what is asked makes no sense, such as keeping none
   */
  long purge(FlowRevisionPurge purge) throws TaskFailure, InterruptedException;
}
