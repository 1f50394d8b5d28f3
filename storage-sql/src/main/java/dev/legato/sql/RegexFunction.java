package dev.legato.sql;

import dev.legato.plugin.text.WatchedText;
import dev.legato.sql.encoding.StoredText;
import dev.legato.sql.search.Comparison;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code legato_regex(pattern, text)}: whether the pattern occurs in the text. Gives up when that
 * takes long, because some patterns take longer than the age of the universe.
 */
final class RegexFunction extends org.sqlite.Function {
  private static final int MAX_READS_IN_WRITES = 1_000_000;

  private final Function<String, WatchedText> watching;
  private @Nullable Pattern pattern;

  private RegexFunction(Function<String, WatchedText> watching) {
    this.watching = watching;
  }

  /**
   * For searches.
   *
   * @param late whether the time of the search is over
   */
  static void install(Connection connection, BooleanSupplier late) throws SQLException {
    install(connection, new RegexFunction(text -> watched(text, late)));
  }

  /** For deletions; these have no time limit, but hold up all other writes. */
  static void install(Connection connection) throws SQLException {
    install(connection, new RegexFunction(text -> WatchedText.upTo(MAX_READS_IN_WRITES, text)));
  }

  private static void install(Connection connection, RegexFunction function) throws SQLException {
    create(connection, Comparison.REGEX_FUNCTION, function, 2, FLAG_DETERMINISTIC);
  }

  @Override
  protected void xFunc() throws SQLException {
    String text = value_text(1);
    if (text == null) {
      result(0);
      return;
    }
    try {
      boolean found =
          pattern(value_text(0)).matcher(watching.apply(StoredText.decode(text))).find();
      result(found ? 1 : 0);
    } catch (WatchedText.Stopped | StackOverflowError e) {
      error("the regular expression takes too long");
    }
  }

  private static WatchedText watched(String text, BooleanSupplier late) {
    return new WatchedText(
        text,
        () -> {
          if (late.getAsBoolean()) {
            throw new WatchedText.Stopped();
          }
        });
  }

  private Pattern pattern(String stored) {
    String regex = StoredText.decode(stored);
    Pattern known = pattern;
    if (known == null || !known.pattern().equals(regex)) {
      known = Pattern.compile(regex);
      pattern = known;
    }
    return known;
  }
}
