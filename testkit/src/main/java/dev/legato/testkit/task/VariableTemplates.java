package dev.legato.testkit.task;

import dev.legato.plugin.TaskFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Templates of variables alone, such as <code>{{ loop.value }}</code>. */
final class VariableTemplates {
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{ *([\\w.]+) *}}");

  private VariableTemplates() {}

  static String render(String template, Map<String, ?> variables) throws TaskFailure {
    List<String> unknown = new ArrayList<>();
    String text =
        VARIABLE
            .matcher(template)
            .replaceAll(
                found -> {
                  Object value = variables;
                  for (String name : found.group(1).split("\\.")) {
                    value = value instanceof Map<?, ?> map ? map.get(name) : null;
                  }
                  if (value == null) {
                    unknown.add(found.group(1));
                  }
                  return Matcher.quoteReplacement(String.valueOf(value));
                });
    if (!unknown.isEmpty()) {
      throw new TaskFailure("Unknown variables " + unknown);
    }
    return text;
  }
}
