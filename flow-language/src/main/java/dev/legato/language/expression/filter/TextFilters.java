package dev.legato.language.expression.filter;

import dev.legato.language.expression.runtime.Call;
import dev.legato.language.expression.runtime.Filter;
import dev.legato.language.expression.runtime.Signature;
import dev.legato.language.expression.runtime.Texts;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Filters that take text and give text, or a boolean. */
final class TextFilters {
  private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7F]");
  private static final Pattern NOT_WORD = Pattern.compile("[^a-z0-9]+");
  private static final Pattern OUTER_DASHES = Pattern.compile("^-|-$");

  private TextFilters() {}

  static List<Filter> all() {
    return Stream.of(ofShape(), ofParts()).flatMap(List::stream).toList();
  }

  private static List<Filter> ofShape() {
    return List.of(
        text(Signature.of("upper", "Upper case"), (text, _) -> text.toUpperCase(Locale.ROOT)),
        text(Signature.of("lower", "Lower case"), (text, _) -> text.toLowerCase(Locale.ROOT)),
        text(
            Signature.of("capitalize", "First letter in upper case"),
            (text, _) -> capitalize(text)),
        text(
            Signature.of("title", "First letter of each word in upper case"),
            (text, _) -> title(text)),
        text(Signature.of("trim", "Without white space at both ends"), (text, _) -> text.trim()),
        text(
            Signature.of("abbreviate", "At most that long, with … at the end", "length"),
            TextFilters::abbreviate),
        text(
            Signature.of("slugify", "'Hello World!' | slugify gives hello-world"),
            (text, _) -> slugify(text)),
        text(
            Signature.of("indent", "Prefixes every line but the first", "amount", "prefix"),
            (text, call) -> indent(text, call)),
        text(
            Signature.of("nindent", "A line break, then every line prefixed", "amount", "prefix"),
            (text, call) -> "\n" + margin(call, text) + indent(text, call)));
  }

  private static List<Filter> ofParts() {
    return List.of(
        text(
            Signature.of("substringBefore", "What stands before the first separator", "separator"),
            (text, call) -> before(text, text.indexOf(call.text("separator")))),
        text(
            Signature.of(
                "substringBeforeLast", "What stands before the last separator", "separator"),
            (text, call) -> before(text, text.lastIndexOf(call.text("separator")))),
        text(
            Signature.of("substringAfter", "What stands after the first separator", "separator"),
            (text, call) -> after(text, text.indexOf(call.text("separator")), call)),
        text(
            Signature.of("substringAfterLast", "What stands after the last separator", "separator"),
            (text, call) -> after(text, text.lastIndexOf(call.text("separator")), call)),
        Filter.ofNullable(
            Signature.of("startsWith", "Whether the text starts with the value", "value"),
            (input, call) -> given(input, call).startsWith(call.text("value"))),
        Filter.ofNullable(
            Signature.of("endsWith", "Whether the text ends with the value", "value"),
            (input, call) -> given(input, call).endsWith(call.text("value"))),
        Filter.of(
            Signature.of("string", "The text of any value"),
            (input, call) -> Texts.print(input, call.budget())));
  }

  private static Filter text(Signature signature, BiFunction<String, Call, Object> body) {
    return Filter.of(signature, (input, call) -> body.apply(call.textInput(input), call));
  }

  private static String given(@Nullable Object input, Call call) {
    if (input == null) {
      throw call.fail("works on text, not on null");
    }
    return call.textInput(input);
  }

  private static String capitalize(String text) {
    int start = 0;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return start == text.length()
        ? text
        : text.substring(0, start)
            + Character.toTitleCase(text.charAt(start))
            + text.substring(start + 1);
  }

  private static String title(String text) {
    StringBuilder titled = new StringBuilder(text.length());
    boolean wordStarts = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      titled.append(wordStarts ? Character.toTitleCase(c) : c);
      wordStarts = Character.isWhitespace(c);
    }
    return titled.toString();
  }

  private static String abbreviate(String text, Call call) {
    int width = Math.clamp(call.integer("length"), -1, Integer.MAX_VALUE);
    if (width < 0) {
      throw call.fail("needs a length that is not negative");
    }
    if (text.length() <= Math.max(3, width)) {
      return text.length() <= width || width > 3 ? text : text.substring(0, width);
    }
    return width <= 3 ? text.substring(0, width) : text.substring(0, width - 3) + "...";
  }

  private static String slugify(String text) {
    String ascii =
        NOT_ASCII.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    String dashed = NOT_WORD.matcher(ascii.toLowerCase(Locale.ROOT)).replaceAll("-");
    return OUTER_DASHES.matcher(dashed).replaceAll("");
  }

  private static String indent(String text, Call call) {
    return text.replace("\n", "\n" + margin(call, text));
  }

  /** The margin of one line, after paying for that of all lines. */
  private static String margin(Call call, String text) {
    long amount = call.integer("amount");
    if (amount < 0 || amount > Integer.MAX_VALUE) {
      throw call.fail("needs an amount that is not negative");
    }
    String prefix = call.text("prefix", " ");
    long lines = 1 + text.chars().filter(c -> c == '\n').count();
    call.budget().text(Math.multiplyExact(amount * prefix.length(), lines) + text.length());
    return prefix.repeat((int) amount);
  }

  private static String before(String text, int at) {
    return at < 0 ? text : text.substring(0, at);
  }

  private static String after(String text, int at, Call call) {
    return at < 0 ? "" : text.substring(at + call.text("separator").length());
  }
}
