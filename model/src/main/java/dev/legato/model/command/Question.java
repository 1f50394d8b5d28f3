package dev.legato.model.command;

import dev.legato.model.flow.OutputDefinition;
import java.util.List;

/** Something that takes a while to find out, such as an expression that reads a file. */
public sealed interface Question {
  /** The text of a template. */
  record TextOf(String template) implements Question {}

  /** The JSON value of a template. */
  record ValueOf(String template) implements Question {}

  /** The flow's outputs. */
  record OutputsOf(List<OutputDefinition> definitions) implements Question {}
}
