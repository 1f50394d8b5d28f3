package dev.legato.language.input;

import dev.legato.language.input.Refusal.Reason;
import dev.legato.model.flow.InputType;
import dev.legato.plugin.text.WatchedText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What values must obey beyond their type. */
final class InputRules {
  private static final int MAX_READS = 5_000_000;
  private static final Pattern URI =
      Pattern.compile(
          "[a-z]+://(www\\.)?[-a-zA-Z0-9@:%._+~#=]{1,256}\\.[a-zA-Z0-9()]{1,6}\\b[-a-zA-Z0-9()@:%_+.~#?&/=]*");
  private static final Pattern EMAIL =
      Pattern.compile("|[a-zA-Z0-9_!#$%&'*+/=?{}~^.-]+@[a-zA-Z0-9.-]+");
  private static final String STORAGE = "kestra:///";
  private static final String NAMESPACE_FILES = "nsfile:///";

  private InputRules() {}

  /**
   * @param value of the type already
   */
  static void check(InputType type, Map<String, ?> rules, Object value) throws Refusal {
    switch (type) {
      case STRING, SECRET -> checkValidator(rules, (String) value);
      case ENUM, SELECT -> checkAmong(rules, List.of(value));
      case MULTISELECT -> checkAmong(rules, (List<?>) value);
      case INT -> checkBounds(rules, "min", "max", (Integer) value, i -> ((Number) i).intValue());
      case FLOAT ->
          checkBounds(rules, "min", "max", (Double) value, n -> ((Number) n).doubleValue());
      case DURATION ->
          checkBounds(
              rules,
              "min",
              "max",
              Durations.require((String) value),
              text -> Durations.require(text.toString()));
      case DATETIME ->
          checkTimes(rules, Instant.parse((String) value), text -> Instant.parse(text.toString()));
      case DATE ->
          checkTimes(
              rules, LocalDate.parse((String) value), text -> LocalDate.parse(text.toString()));
      case TIME ->
          checkTimes(
              rules, LocalTime.parse((String) value), text -> LocalTime.parse(text.toString()));
      case URI -> checkPattern(URI, "a URI such as https://example.com/path", (String) value);
      case EMAIL -> checkPattern(EMAIL, "an e-mail address", (String) value);
      case FILE -> checkFile(rules, (String) value);
      case BOOLEAN, BOOL, JSON, YAML, ARRAY, FORM -> {}
    }
  }

  private static void checkValidator(Map<String, ?> rules, String value) throws Refusal {
    Object validator = rules.get("validator");
    if (validator != null && !matches(Pattern.compile(validator.toString()), value)) {
      throw new Refusal(Reason.PATTERN, "must match the pattern '%s'".formatted(validator));
    }
  }

  private static void checkPattern(Pattern pattern, String expectation, String value)
      throws Refusal {
    if (!matches(pattern, value)) {
      throw new Refusal(Reason.PATTERN, "must be " + expectation);
    }
  }

  private static boolean matches(Pattern pattern, String value) throws Refusal {
    try {
      return pattern.matcher(WatchedText.upTo(MAX_READS, value)).matches();
    } catch (WatchedText.Stopped | StackOverflowError _) { // alternatives in groups recurse
      throw new Refusal(
          Reason.PATTERN, "takes too long to be matched with the pattern '%s'".formatted(pattern));
    }
  }

  private static void checkAmong(Map<String, ?> rules, List<?> chosen) throws Refusal {
    if (!(rules.get("values") instanceof List<?> values)
        || Boolean.TRUE.equals(rules.get("allowCustomValue"))) {
      return;
    }
    for (Object value : chosen) {
      if (!values.contains(String.valueOf(value))) {
        throw new Refusal(Reason.NOT_AMONG_VALUES, "must be one of %s".formatted(values));
      }
    }
  }

  private static <T extends Comparable<? super T>> void checkTimes(
      Map<String, ?> rules, T value, Function<Object, T> reader) throws Refusal {
    checkBounds(rules, "after", "before", value, reader);
  }

  private static <T extends Comparable<? super T>> void checkBounds(
      Map<String, ?> rules, String low, String high, T value, Function<Object, T> reader)
      throws Refusal {
    @Nullable Object min = rules.get(low);
    if (min != null && value.compareTo(reader.apply(min)) < 0) {
      throw new Refusal(Reason.OUT_OF_BOUNDS, "must be %s or more".formatted(min));
    }
    @Nullable Object max = rules.get(high);
    if (max != null && value.compareTo(reader.apply(max)) > 0) {
      throw new Refusal(Reason.OUT_OF_BOUNDS, "must be %s or less".formatted(max));
    }
  }

  private static void checkFile(Map<String, ?> rules, String value) throws Refusal {
    if (!value.startsWith(STORAGE) && !value.startsWith(NAMESPACE_FILES)) {
      throw new Refusal(
          Reason.WRONG_TYPE,
          "must be a file: an upload, the address of a stored file (kestra:///...) or of one of the"
              + " namespace's files (nsfile:///folder/data.csv)");
    }
    if (!(rules.get("allowedFileExtensions") instanceof List<?> extensions)
        || extensions.isEmpty()) {
      return;
    }
    String name = value.toLowerCase(Locale.ROOT);
    boolean allowed =
        extensions.stream().anyMatch(e -> name.endsWith(e.toString().toLowerCase(Locale.ROOT)));
    if (!allowed) {
      throw new Refusal(
          Reason.EXTENSION, "must be a file with one of the extensions %s".formatted(extensions));
    }
  }
}
