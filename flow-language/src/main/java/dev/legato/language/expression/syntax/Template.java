package dev.legato.language.expression.syntax;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A parsed template: immutable, shared by threads.
 *
 * @param source the text it was parsed from
 * @param references which variables it reads, see {@link References}
 * @param guarded those of them that may be missing: {@code ??}, {@code is defined} or {@code
 *     default} take care of it
 * @param calls names of the functions and macros it calls
 * @param uses every filter, function and test it names, in no particular order
 */
public record Template(
    String source,
    List<Node> body,
    Map<String, Macro> macros,
    Map<String, List<Node>> blocks,
    Set<String> references,
    Set<String> guarded,
    Set<String> calls,
    List<References.Use> uses) {

  /** A macro: sees its parameters only. */
  public record Macro(String name, List<Parameter> parameters, List<Node> body) {}

  /**
   * A parameter of a macro.
   *
   * @param fallback value when the caller gives none; null means null
   */
  public record Parameter(String name, @Nullable Expr fallback) {}

  /** The expression, when the template is exactly one <code>{{ … }}</code>. */
  public @Nullable Expr onlyExpression() {
    return body.size() == 1 && body.getFirst() instanceof Node.Print(Expr value) ? value : null;
  }
}
