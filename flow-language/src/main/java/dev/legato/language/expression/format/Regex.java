package dev.legato.language.expression.format;

import dev.legato.language.expression.runtime.Call;
import dev.legato.language.expression.runtime.Failure;
import dev.legato.plugin.text.WatchedText;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Regular expressions that give up after 100 ms. */
public final class Regex {
  private static final long MAX_NANOS = 100_000_000;
  private static final int MAX_PATTERN = 10_000;

  private Regex() {}

  /** Runs a matcher over the text. */
  public static <T extends @Nullable Object> T match(
      String pattern, String text, Call call, Function<Matcher, T> use) {
    return guarded(call, () -> use.apply(compile(pattern, call).matcher(timed(text, call))));
  }

  /** Splits as {@link String#split(String, int)} does. */
  public static List<String> split(String pattern, String text, int limit, Call call) {
    return guarded(call, () -> List.of(compile(pattern, call).split(timed(text, call), limit)));
  }

  /** Replaces every match; {@code $1} in the replacement is the first group. */
  public static String replaceAll(String pattern, String text, String replacement, Call call) {
    return match(
        pattern,
        text,
        call,
        matcher -> {
          StringBuilder result = new StringBuilder();
          while (matcher.find()) {
            matcher.appendReplacement(result, replacement);
            call.budget().step();
            call.budget().fits(result.length());
          }
          return matcher.appendTail(result).toString();
        });
  }

  private static Pattern compile(String pattern, Call call) {
    if (pattern.length() > MAX_PATTERN) {
      throw Failure.limit(
          "a regular expression has more than %,d characters".formatted(MAX_PATTERN));
    }
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw call.fail(
          "got an invalid regular expression: %s near index %d"
              .formatted(e.getDescription(), e.getIndex()));
    }
  }

  /** What is guarded. */
  @FunctionalInterface
  private interface Work<T extends @Nullable Object> {
    T run();
  }

  private static <T extends @Nullable Object> T guarded(Call call, Work<T> work) {
    try {
      return work.run();
    } catch (StackOverflowError e) {
      // Java's matcher recurses for each repetition of a group.
      throw Failure.limit("the regular expression needs too much memory for this text");
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw call.fail("got a replacement that names a group the regular expression does not have");
    }
  }

  private static CharSequence timed(String text, Call call) {
    call.budget().text(text.length());
    long deadline = System.nanoTime() + call.budget().nanosLeft(MAX_NANOS);
    return new WatchedText(
        text,
        () -> {
          call.budget().check();
          if (System.nanoTime() - deadline > 0) {
            throw Failure.limit("the regular expression takes longer than 100 ms");
          }
        });
  }
}
