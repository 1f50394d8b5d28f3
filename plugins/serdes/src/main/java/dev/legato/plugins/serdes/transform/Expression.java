package dev.legato.plugins.serdes.transform;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import dev.legato.data.json.JsonValue;
import dev.legato.plugin.TaskFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A JSONata expression that may take so much time and go so deep, but no further. */
final class Expression {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int LONGEST_TEXT = 100_000;

  private final Jsonata parsed;
  private final int maxDepth;

  private Expression(Jsonata parsed, int maxDepth) {
    this.parsed = parsed;
    this.maxDepth = maxDepth;
  }

  static Expression parse(String text, int maxDepth) throws TaskFailure {
    if (text.length() > LONGEST_TEXT) {
      throw new TaskFailure("'expression' is longer than %,d characters.".formatted(LONGEST_TEXT));
    }
    try {
      return new Expression(Jsonata.jsonata(text), maxDepth);
    } catch (JException e) {
      throw new TaskFailure("'expression' is no valid JSONata: " + e.getMessage(), e);
    } catch (StackOverflowError e) {
      throw new TaskFailure("'expression' is nested too deeply.", e);
    }
  }

  /**
   * The value for an input.
   *
   * @param what the input is, for complaints
   */
  @Nullable Object evaluate(@Nullable Object input, String what) throws TaskFailure {
    Jsonata.Frame frame = parsed.createFrame();
    frame.setRuntimeBounds(LONGEST.toMillis(), maxDepth);
    try {
      return JsonValue.of(parsed.evaluate(JsonValue.of(input), frame));
    } catch (JException e) {
      throw new TaskFailure("'expression' fails for %s: %s".formatted(what, e.getMessage()), e);
    } catch (StackOverflowError e) {
      throw new TaskFailure(
          "'expression' goes too deep for %s; lower 'maxDepth' to see where.".formatted(what), e);
    } catch (RuntimeException e) { // the library's checks of types are not complete
      throw new TaskFailure(
          "'expression' fails for %s: %s".formatted(what, String.valueOf(e.getMessage())), e);
    }
  }
}
