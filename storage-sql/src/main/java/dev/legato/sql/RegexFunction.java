package dev.legato.sql;

import dev.legato.sql.encoding.StoredText;
import dev.legato.sql.search.Comparison;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/**
 * {@code legato_regex(pattern, text)}: whether the pattern occurs in the text. Gives up when the
 * reader is late, because some patterns take longer than the age of the universe.
 */
final class RegexFunction extends Function {
  private final BooleanSupplier late;
  private @Nullable Pattern pattern;

  private RegexFunction(BooleanSupplier late) {
    this.late = late;
  }

  static void install(Connection connection, BooleanSupplier late) throws SQLException {
    Function.create(
        connection,
        Comparison.REGEX_FUNCTION,
        new RegexFunction(late),
        2,
        Function.FLAG_DETERMINISTIC);
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
          pattern(value_text(0)).matcher(new Watched(StoredText.decode(text), late)).find();
      result(found ? 1 : 0);
    } catch (Late | StackOverflowError e) {
      error("the regular expression takes too long");
    }
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

  private static final class Late extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Late() {
      super("late", null, false, false);
    }
  }

  /** Looks at the time now and then while the matcher reads. */
  private static final class Watched implements CharSequence {
    private static final int READS_BETWEEN_CHECKS = 4096;

    private final String text;
    private final BooleanSupplier late;
    private int reads;

    Watched(String text, BooleanSupplier late) {
      this.text = text;
      this.late = late;
    }

    @Override
    public char charAt(int index) {
      if (++reads % READS_BETWEEN_CHECKS == 0 && late.getAsBoolean()) {
        throw new Late();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
