package dev.legato.language.expression.runtime;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user reads about a filter, function or test.
 *
 * @param arguments names in the order in which they may be given without name
 * @param documentation one line, with an example where it helps
 * @param variadic any number of unnamed arguments, in place of {@code arguments}
 * @param successor the name to use instead; absent for names of today
 */
public record Signature(
    String name,
    List<String> arguments,
    String documentation,
    boolean variadic,
    @Nullable String successor) {
  /** Alphabetical order. */
  public static final Comparator<Signature> BY_NAME = Comparator.comparing(Signature::name);

  public Signature {
    arguments = List.copyOf(arguments);
  }

  /** One that has its name of today. */
  public Signature(String name, List<String> arguments, String documentation, boolean variadic) {
    this(name, arguments, documentation, variadic, null);
  }

  /** The signature of something with fixed arguments. */
  public static Signature of(String name, String documentation, String... arguments) {
    return new Signature(name, List.of(arguments), documentation, false);
  }

  /** The same under another name that is as good. */
  public Signature named(String other) {
    return new Signature(other, arguments, documentation, variadic, successor);
  }

  /** The same under the name that it had before. */
  public Signature formerly(String old) {
    return new Signature(old, arguments, "Deprecated name of " + name, variadic, name);
  }
}
