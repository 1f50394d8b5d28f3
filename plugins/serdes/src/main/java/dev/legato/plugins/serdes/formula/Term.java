package dev.legato.plugins.serdes.formula;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a formula. */
sealed interface Term {
  /** A value that is written in the formula. */
  record Literal(@Nullable Object value) implements Term {}

  /**
   * A way into a record.
   *
   * @param input which of several records, from 1; 0 for the record that all together make
   */
  record Path(int input, List<Segment> segments) implements Term {}

  /** A step of a path. */
  sealed interface Segment {
    /** The field of a record, or of each record of a list. */
    record Field(String name) implements Segment {}

    /** An element of a list, from 0. */
    record Element(int index) implements Segment {}

    /** Each element of a list. */
    record Each() implements Segment {}
  }

  /** {@code !a} or {@code -a}. */
  record Unary(char sign, Term of) implements Term {}

  /** Such as {@code a + b}. */
  record Binary(String sign, Term left, Term right) implements Term {}

  /** {@code a in (b, c)}. */
  record In(Term value, List<Term> choices) implements Term {}

  /** A function by its name in small letters. */
  record Call(String function, List<Term> arguments) implements Term {}
}
