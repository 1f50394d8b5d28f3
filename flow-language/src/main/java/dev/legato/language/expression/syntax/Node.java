package dev.legato.language.expression.syntax;

import java.util.List;

/** A piece of a template that writes text. */
public sealed interface Node {

  record Text(String text) implements Node {}

  /** The content of a {@code raw} tag: text that no later rendering of the result may touch. */
  record Raw(String text) implements Node {}

  /** <code>{{ value }}</code>. */
  record Print(Expr value) implements Node {}

  /** The first branch whose condition is true, otherwise {@code orElse}. */
  record If(List<Branch> branches, List<Node> orElse) implements Node {}

  record Branch(Expr condition, List<Node> body) {}

  /** {@code orElse} is written when there is nothing to iterate over. */
  record For(String variable, Expr items, List<Node> body, List<Node> orElse, int line)
      implements Node {}

  record SetVariable(String name, Expr value) implements Node {}

  /** Writes the block of that name; the bodies are in {@link Template#blocks}. */
  record BlockPlace(String name) implements Node {}
}
