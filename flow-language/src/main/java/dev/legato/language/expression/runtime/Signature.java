package dev.legato.language.expression.runtime;

import java.util.Comparator;
import java.util.List;

/**
 * What a user reads about a filter, function or test.
 *
 * @param arguments names in the order in which they may be given without name
 * @param documentation one line, with an example where it helps
 * @param variadic any number of unnamed arguments, in place of {@code arguments}
 */
public record Signature(
    String name, List<String> arguments, String documentation, boolean variadic) {
  /** Alphabetical order. */
  public static final Comparator<Signature> BY_NAME = Comparator.comparing(Signature::name);

  public Signature {
    arguments = List.copyOf(arguments);
  }

  /** The signature of something with fixed arguments. */
  public static Signature of(String name, String documentation, String... arguments) {
    return new Signature(name, List.of(arguments), documentation, false);
  }

  /** The same under another name, for old spellings. */
  public Signature named(String other) {
    return new Signature(other, arguments, documentation, variadic);
  }
}
