package dev.legato.language.expression.syntax;

import dev.legato.language.expression.syntax.References.Use;
import java.util.List;

/**
 * The name of a function or filter where a template uses it.
 *
 * @param offset where it begins, in characters of the template
 */
public record NamedUse(Use.Kind kind, String name, int offset) {
  /** All of a template, in its order; its own macros are no functions. */
  public static List<NamedUse> in(Template template) {
    try {
      return new TemplateLexer(template.source(), Integer.MAX_VALUE)
          .lex().uses().stream()
              .filter(
                  use ->
                      use.kind() == Use.Kind.FILTER || !template.macros().containsKey(use.name()))
              .toList();
    } catch (SyntaxProblem problem) {
      throw new IllegalStateException("Expected a template that can be read", problem);
    }
  }
}
