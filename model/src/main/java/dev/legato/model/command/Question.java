package dev.legato.model.command;

import dev.legato.model.flow.OutputDefinition;
import dev.legato.model.plan.Step.Rounds;
import java.util.List;

/** Something that takes a while to find out, such as an expression that reads a file. */
public sealed interface Question {
  /** The text of a template. */
  record TextOf(String template) implements Question {}

  /** The JSON value of a template. */
  record ValueOf(String template) implements Question {}

  /**
   * What the rounds of a loop hand on. The variables that come with the question have the variables
   * of each round in the list {@code rounds}. The answer is the map of the loop's outputs.
   *
   * @param rounds how many there were
   */
  record RoundsOf(Rounds definition, int rounds) implements Question {}

  /** The flow's outputs. */
  record OutputsOf(List<OutputDefinition> definitions) implements Question {}
}
