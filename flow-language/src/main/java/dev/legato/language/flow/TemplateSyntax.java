package dev.legato.language.flow;

import java.util.Optional;

/** Tells whether a template can be read. */
@FunctionalInterface
public interface TemplateSyntax {
  /** What is wrong with the template, as a sentence; empty when nothing is. */
  Optional<String> problem(String template);

  /** Whether a text is a template at all. */
  static boolean isTemplate(String text) {
    return text.contains("{{") || text.contains("{%") || text.contains("{#");
  }
}
