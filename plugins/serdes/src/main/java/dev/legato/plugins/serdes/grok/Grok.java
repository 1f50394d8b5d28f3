package dev.legato.plugins.serdes.grok;

import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.text.WatchedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A regular expression in which {@code %{NAME:field:type}} stands for a named pattern. */
final class Grok {
  private static final Pattern REFERENCE =
      Pattern.compile("%\\{(\\w+)(?::([^:}]+))?(?::(\\w+))?}|\\(\\?<([A-Za-z_][^>]*)>");
  private static final int DEEPEST = 50;
  private static final int LONGEST = 1_000_000;
  private static final int MAX_READS = 200_000_000;

  private final Definitions definitions;
  private final boolean namedOnly;
  private final List<Field> fields = new ArrayList<>();
  private final Pattern pattern;

  private Grok(String text, Definitions definitions, boolean namedOnly) throws TaskFailure {
    this.definitions = definitions;
    this.namedOnly = namedOnly;
    try {
      this.pattern = Pattern.compile(expanded(text, 0));
    } catch (PatternSyntaxException e) {
      throw new TaskFailure(
          "The pattern '%s' is no regular expression: %s".formatted(text, e.getDescription()), e);
    } catch (StackOverflowError e) {
      throw new TaskFailure("The pattern '%s' is nested too deeply.".formatted(text), e);
    }
  }

  /**
   * Reads a pattern.
   *
   * @param namedOnly whether patterns without a field's name give none
   */
  static Grok parse(String text, Definitions definitions, boolean namedOnly) throws TaskFailure {
    return new Grok(text, definitions, namedOnly);
  }

  private String expanded(String text, int depth) throws TaskFailure {
    if (depth > DEEPEST) {
      throw new TaskFailure("The pattern '%s' refers to itself.".formatted(text));
    }
    Matcher references = REFERENCE.matcher(text);
    StringBuilder whole = new StringBuilder();
    while (references.find()) {
      references.appendReplacement(whole, Matcher.quoteReplacement(replacement(references, depth)));
      if (whole.length() > LONGEST) {
        throw new TaskFailure("A pattern grows to more than %,d characters.".formatted(LONGEST));
      }
    }
    return references.appendTail(whole).toString();
  }

  private String replacement(Matcher reference, int depth) throws TaskFailure {
    String inline = reference.group(4);
    if (inline != null) { // names of fields may have letters that names of groups have not
      return "(?<" + newField(inline, null) + ">";
    }
    String pattern = reference.group(1);
    String name = reference.group(2) != null || namedOnly ? reference.group(2) : pattern;
    // before the pattern itself: fields come in the order in which they begin
    String begin = name == null ? "(?:" : "(?<" + newField(name, reference.group(3)) + ">";
    return begin + expanded(definitions.get(pattern), depth + 1) + ")";
  }

  private String newField(String name, @Nullable String type) throws TaskFailure {
    String group = "f" + fields.size();
    fields.add(new Field(group, name, type == null ? Field.Type.STRING : Field.Type.named(type)));
    return group;
  }

  /**
   * The fields of a line; null when it does not match.
   *
   * @param keepEmpty whether fields that stand for nothing are there, as null
   */
  @Nullable Map<String, @Nullable Object> match(String line, boolean keepEmpty)
      throws TaskFailure, InterruptedException {
    Matcher matcher = pattern.matcher(WatchedText.upTo(MAX_READS, line));
    try {
      if (!matcher.find()) {
        return null;
      }
    } catch (WatchedText.Stopped | StackOverflowError e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw new TaskFailure(
          "A pattern takes too long for a line of %,d characters; make it simpler."
              .formatted(line.length()),
          e);
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Field field : fields) {
      String text = matcher.group(field.group());
      if (text != null && !text.isEmpty()) {
        put(values, field.name(), field.value(text));
      } else if (keepEmpty) {
        values.putIfAbsent(field.name(), text);
      }
    }
    return values;
  }

  /** A field that is there more than once is a list. */
  private static void put(Map<String, @Nullable Object> values, String name, Object value) {
    values.merge(
        name,
        value,
        (old, more) -> {
          if (old.equals("") || old.equals(more)) {
            return more;
          }
          List<Object> both = new ArrayList<>(old instanceof List<?> list ? list : List.of(old));
          both.add(more);
          return both;
        });
  }
}
