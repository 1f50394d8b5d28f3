package dev.legato.language.flow;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.flow.Reading.Template;
import dev.legato.model.flow.InputDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds ids with a dash behind a dot: {@code outputs.my-task} is a subtraction, which surprises
 * everyone.
 */
final class DashCheck {
  private static final Pattern EXPRESSION = Pattern.compile("\\{[{%].*?[}%]}", Pattern.DOTALL);
  private static final Pattern LITERAL = Pattern.compile("'[^']*'|\"[^\"]*\"");
  private static final Pattern DOTTED =
      Pattern.compile("(?<![\\w.])(inputs|outputs)\\.([\\w.]*-[\\w.-]*)");

  private final Reading reading;
  private final Set<String> inputs;

  private DashCheck(Reading reading, Set<String> inputs) {
    this.reading = reading;
    this.inputs = inputs;
  }

  static void run(Reading reading, List<InputDefinition> inputs) {
    Set<String> ids = new HashSet<>();
    inputs.forEach(input -> ids.add(input.id()));
    reading.templates().forEach(new DashCheck(reading, ids)::check);
  }

  private void check(Template template) {
    EXPRESSION
        .matcher(template.text())
        .results()
        .map(expression -> LITERAL.matcher(expression.group()).replaceAll("''"))
        .flatMap(expression -> DOTTED.matcher(expression).results())
        .forEach(reference -> check(template, reference));
  }

  private void check(Template template, MatchResult reference) {
    String root = reference.group(1);
    Set<String> ids = root.equals("inputs") ? inputs : reading.taskIds();
    String id = reference.group(2);
    while (!id.isEmpty()) {
      if (id.contains("-") && ids.contains(id)) {
        reading.error(
            ComplaintCode.INVALID_EXPRESSION,
            template.mark(),
            template.path(),
            "'%s.%s' is a subtraction, because the id has a dash.".formatted(root, id),
            "Write %s['%s'].".formatted(root, id));
        return;
      }
      id = id.substring(0, Math.max(0, id.lastIndexOf('.')));
    }
  }
}
