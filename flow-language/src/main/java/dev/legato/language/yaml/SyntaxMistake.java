package dev.legato.language.yaml;

import dev.legato.language.complaint.Mark;
import java.util.Objects;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * What keeps a text from being YAML, in words for people who write flows.
 *
 * @param message a sentence: what is wrong
 * @param hint a sentence: what to do
 */
record SyntaxMistake(Mark mark, String message, String hint) {
  private static final String NOT_YAML = "This is not YAML: ";

  static SyntaxMistake of(MarkedYamlEngineException e) {
    String problem = Objects.requireNonNullElse(e.getProblem(), "");
    String context = Objects.requireNonNullElse(e.getContext(), "");
    Mark place = e.getProblemMark().or(e::getContextMark).map(TreeBuilder::mark).orElse(Mark.START);
    if (problem.contains("TAB")) {
      return new SyntaxMistake(
          place, NOT_YAML + "a tab cannot indent a line.", "Indent with spaces.");
    }
    if (problem.startsWith("mapping values are not allowed")) {
      return new SyntaxMistake(
          place,
          NOT_YAML + "no ':' can stand here.",
          "Indent the line as far as the one before it; or put the text in quotes, if the ':' is"
              + " part of it.");
    }
    if (problem.startsWith("expected <block end>") || problem.contains("found '?'")) {
      return new SyntaxMistake(
          place,
          NOT_YAML + "the line is not indented as the ones that it belongs to.",
          "Indent all properties of one thing equally far.");
    }
    if (context.contains("quoted scalar") && problem.contains("end of stream")) {
      return new SyntaxMistake(
          e.getContextMark().map(TreeBuilder::mark).orElse(place),
          NOT_YAML + "the quote that begins here does not end.",
          "Close it with the same quote.");
    }
    return new SyntaxMistake(
        place,
        NOT_YAML + (context.isEmpty() ? "" : context + ": ") + problem + ".",
        "Check the indentation, and put texts with special characters in quotes.");
  }
}
