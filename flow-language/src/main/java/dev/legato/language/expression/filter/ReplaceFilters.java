package dev.legato.language.expression.filter;

import dev.legato.language.expression.format.Regex;
import dev.legato.language.expression.runtime.Call;
import dev.legato.language.expression.runtime.Filter;
import dev.legato.language.expression.runtime.Signature;
import dev.legato.language.expression.runtime.Texts;
import dev.legato.language.expression.runtime.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Filters that search in text, and replace in text or in every text of a list or map. */
final class ReplaceFilters {
  private ReplaceFilters() {}

  static List<Filter> all() {
    return List.of(
        Filter.of(
            Signature.of("replace", "'a-b' | replace({'-': '_'})", "replace_pairs", "regexp"),
            (input, call) -> deep(input, text -> replace(text, call), call, 0)),
        Filter.of(
            Signature.of("escapeChar", "Escapes quotes; type is single, double or shell", "type"),
            ReplaceFilters::escape),
        Filter.ofNullable(
            Signature.of("regexMatch", "Whether the regular expression is found", "regex"),
            (input, call) -> {
              String regex = call.text("regex");
              return input != null
                  && Regex.match(regex, call.textInput(input), call, matcher -> matcher.find());
            }),
        Filter.ofNullable(
            Signature.of(
                "regexExtract", "The first match, or one group of it; else null", "regex", "group"),
            ReplaceFilters::extract),
        Filter.ofNullable(
            Signature.of(
                "regexReplace", "Replaces every match; $1 is a group", "regex", "replacement"),
            (input, call) -> {
              String regex = call.text("regex");
              String replacement = call.text("replacement");
              return input == null
                  ? null
                  : Regex.replaceAll(regex, call.textInput(input), replacement, call);
            }),
        Filter.of(
            Signature.of("split", "A list of the parts between matches", "delimiter", "limit"),
            (input, call) ->
                Regex.split(
                    call.text("delimiter"),
                    call.textInput(input),
                    Math.clamp(call.integer("limit", 0), -1, Integer.MAX_VALUE),
                    call)));
  }

  private static @Nullable Object extract(@Nullable Object input, Call call) {
    String regex = call.text("regex");
    long group = call.integer("group", 0);
    if (input == null) {
      return null;
    }
    return Regex.<@Nullable String>match(
        regex,
        call.textInput(input),
        call,
        matcher -> {
          if (group < 0 || group > matcher.groupCount()) {
            throw call.fail("has no group %d in its regular expression".formatted(group));
          }
          return matcher.find() ? matcher.group((int) group) : null;
        });
  }

  private static Object escape(Object input, Call call) {
    String type = call.text("type");
    UnaryOperator<String> escape =
        switch (type) {
          case "single" -> text -> replace(text, "'", "\\'", call);
          case "double" -> text -> replace(text, "\"", "\\\"", call);
          case "shell" -> text -> replace(text, "'", "'\\''", call);
          default -> throw call.fail("needs the type single, double or shell");
        };
    return Objects.requireNonNull(deep(input, escape, call, 0));
  }

  private static String replace(String text, Call call) {
    Map<?, ?> pairs = call.mapInput(call.required("replace_pairs"));
    boolean regexp = call.flag("regexp", false);
    String result = text;
    for (Map.Entry<?, ?> pair : pairs.entrySet()) {
      String search = Texts.key(pair.getKey(), call.budget());
      String replacement = Texts.print(pair.getValue(), call.budget());
      result =
          regexp
              ? Regex.replaceAll(search, result, replacement, call)
              : replace(result, search, replacement, call);
    }
    return result;
  }

  /** As {@link String#replace}, but looks at the length before it builds the text. */
  private static String replace(String text, String search, String replacement, Call call) {
    if (search.isEmpty()) {
      throw call.fail("cannot search for empty text");
    }
    long found = 0;
    for (int at = text.indexOf(search); at >= 0; at = text.indexOf(search, at + search.length())) {
      found++;
      call.budget().tick();
    }
    call.budget().text(text.length() + found * (replacement.length() - search.length()));
    return found == 0 ? text : text.replace(search, replacement);
  }

  private static @Nullable Object deep(
      @Nullable Object value, UnaryOperator<String> change, Call call, int depth) {
    Values.checkDepth(depth);
    call.budget().step();
    return switch (value) {
      case String text -> change.apply(text);
      case List<?> list -> {
        List<@Nullable Object> changed = new ArrayList<>(list.size());
        for (Object item : list) {
          changed.add(deep(item, change, call, depth + 1));
        }
        yield changed;
      }
      case Map<?, ?> map -> {
        Map<Object, @Nullable Object> changed = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          changed.put(entry.getKey(), deep(entry.getValue(), change, call, depth + 1));
        }
        yield changed;
      }
      case null, default -> value;
    };
  }
}
