package dev.legato.orchestrator.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of several sources that somebody wanted to save together. */
public sealed interface FlowSetOutcome {
  /**
   * All are stored.
   *
   * @param saved in the order of the sources
   * @param removed flows that no source named any more
   */
  record Replaced(List<LoadedFlow> saved, List<LoadedFlow> removed) implements FlowSetOutcome {}

  /** Some cannot be stored; nothing has changed. */
  record Refused(List<Mistake> mistakes) implements FlowSetOutcome {}

  /**
   * Why a source cannot be stored.
   *
   * @param index place of the source, from 0
   * @param code stable; absent for a mistake of the set rather than of its source
   * @param path the property; empty for the whole source
   * @param message for people
   */
  record Mistake(int index, @Nullable String code, String path, String message) {}
}
