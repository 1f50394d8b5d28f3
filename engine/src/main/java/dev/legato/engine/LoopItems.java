package dev.legato.engine;

import dev.legato.model.plan.Step.LoopStep;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the values of a loop. */
final class LoopItems {
  /** Nothing in it can end a text in an expression. */
  private static final Pattern FILE = Pattern.compile("(kestra|nsfile)://[^'\"\\\\{}\\s]+");

  private final Evaluator evaluator;
  private final LoopStep loop;

  LoopItems(Evaluator evaluator, LoopStep loop) {
    this.evaluator = evaluator;
    this.loop = loop;
  }

  /**
   * What a loop runs over.
   *
   * @param values texts, each of them once; in a loop of separate rounds texts, lists and maps
   * @param keys of the values, when they are those of a map
   */
  record Items(List<?> values, @Nullable List<String> keys) {}

  Items read(Values values) throws EvaluationFailure, Unanswered {
    Object given = given(values);
    List<String> keys = null;
    if (given instanceof Map<?, ?> map && loop.rounds() != null) {
      keys = map.keySet().stream().map(String::valueOf).toList();
      given = new ArrayList<>(map.values());
    }
    if (!(given instanceof List<?> elements)) {
      throw noList(evaluator.print(given));
    }
    long nulls = elements.stream().filter(value -> value == null).count();
    if (nulls > 0) {
      throw new EvaluationFailure(
          "The values of '%s' hold %d null(s); a loop needs a value for each round."
              .formatted(loop.id(), nulls));
    }
    return new Items(loop.rounds() == null ? distinctTexts(elements) : entries(elements), keys);
  }

  /** Numbers and truths are texts in {@code item.value}, as in loops of the other kind. */
  private List<?> entries(List<?> elements) throws EvaluationFailure {
    var entries = new ArrayList<Object>(elements.size());
    for (Object element : elements) {
      boolean isPlain = element instanceof Number || element instanceof Boolean;
      entries.add(isPlain ? evaluator.print(element) : element);
    }
    return List.copyOf(entries);
  }

  private List<String> distinctTexts(List<?> elements) throws EvaluationFailure {
    var texts = LinkedHashSet.<String>newLinkedHashSet(elements.size());
    for (Object element : elements) {
      texts.add(evaluator.print(element));
    }
    return List.copyOf(texts);
  }

  private @Nullable Object given(Values values) throws EvaluationFailure, Unanswered {
    Object written = loop.values();
    Object given = rendered(written, values);
    if (values.hidSecrets()) {
      throw new EvaluationFailure(
          "The values of '%s' hold a secret, but values of a loop are shown to everybody. Loop over names of secrets, and call secret() in the tasks of the loop."
              .formatted(loop.id()));
    }
    boolean isWritten = written instanceof List<?> || written instanceof Map<?, ?>;
    if (isWritten || !(given instanceof String text)) {
      return given;
    }
    return loop.rounds() != null && FILE.matcher(text.strip()).matches()
        ? lines(text.strip(), values)
        : json(text);
  }

  /** A file gives its lines, as they are, but for blank ones. */
  private static List<String> lines(String uri, Values values)
      throws EvaluationFailure, Unanswered {
    Object content = values.value("{{ read('%s') }}".formatted(uri));
    return String.valueOf(content).lines().filter(line -> !line.isBlank()).toList();
  }

  private @Nullable Object json(String text) throws EvaluationFailure {
    try {
      return evaluator.json(text);
    } catch (EvaluationFailure _) {
      throw noList(text);
    }
  }

  private EvaluationFailure noList(String found) {
    return new EvaluationFailure(
        "The values of '%s' must be a JSON list, but they are: %s"
            .formatted(loop.id(), abbreviated(found)));
  }

  private @Nullable Object rendered(@Nullable Object written, Values values)
      throws EvaluationFailure, Unanswered {
    if (written instanceof List<?> || written instanceof Map<?, ?>) {
      return loop.rounds() == null ? values.texts(written) : values.values(written);
    }
    return written instanceof String template ? values.value(template) : written;
  }

  private static String abbreviated(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }
}
