package dev.legato.engine;

import dev.legato.model.flow.OutputDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Knows literal text and {@code ${a.b[c.d]['e']}}: keys after dots, and in brackets another path or
 * a quoted key. {@code ${later:a.b}} is the same, but waits.
 */
final class FakeEvaluator implements Evaluator {
  private static final String LATER = "${later:";
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]*)}");
  private static final Pattern KEY = Pattern.compile("\\.?([\\w-]+)|\\['([^']*)']|\\[([\\w.]+)]");

  @Override
  public String text(String template, Map<String, ?> variables) throws EvaluationFailure {
    var text = new StringBuilder();
    Matcher matcher = EXPRESSION.matcher(template);
    while (matcher.find()) {
      String value = print(lookUp(matcher.group(1), variables));
      matcher.appendReplacement(text, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(text).toString();
  }

  @Override
  public @Nullable Object value(String template, Map<String, ?> variables)
      throws EvaluationFailure {
    Matcher matcher = EXPRESSION.matcher(template);
    return matcher.matches() ? lookUp(matcher.group(1), variables) : text(template, variables);
  }

  @Override
  public Object sealed(String secret) {
    return Map.of("sealed", new StringBuilder(secret).reverse().toString());
  }

  @Override
  public boolean mayWait(String template) {
    return template.contains(LATER);
  }

  /** The same template without waiting. */
  static String atOnce(String template) {
    return template.replace(LATER, "${");
  }

  @Override
  public boolean mayWait(List<OutputDefinition> definitions) {
    return definitions.stream().anyMatch(it -> mayWait(String.valueOf(it.value())));
  }

  @Override
  public @Nullable Object json(String text) throws EvaluationFailure {
    return new TinyJson(text).read();
  }

  @Override
  public String print(@Nullable Object value) {
    return value instanceof String text ? text : json(value);
  }

  @Override
  public Map<String, @Nullable Object> outputs(
      List<OutputDefinition> definitions, Map<String, ?> variables) throws EvaluationFailure {
    var outputs = new LinkedHashMap<String, @Nullable Object>();
    for (OutputDefinition definition : definitions) {
      outputs.put(definition.id(), value(String.valueOf(definition.value()), variables));
    }
    return outputs;
  }

  private static Object lookUp(String path, Map<String, ?> variables) throws EvaluationFailure {
    Object current = variables;
    Matcher key = KEY.matcher(path);
    int end = 0;
    while (end < path.length() && key.find(end) && key.start() == end) {
      end = key.end();
      current = current instanceof Map<?, ?> map ? map.get(name(key, variables)) : null;
      if (current == null) {
        throw new EvaluationFailure(path + " is undefined");
      }
    }
    return current;
  }

  private static String name(Matcher key, Map<String, ?> variables) throws EvaluationFailure {
    if (key.group(3) != null) {
      return String.valueOf(lookUp(key.group(3), variables));
    }
    return key.group(1) == null ? key.group(2) : key.group(1);
  }

  private static String json(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> "\"" + entry.getKey() + "\":" + json(entry.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case List<?> list ->
          list.stream().map(FakeEvaluator::json).collect(Collectors.joining(",", "[", "]"));
      case String text -> "\"" + text + "\"";
      case null, default -> String.valueOf(value);
    };
  }
}
