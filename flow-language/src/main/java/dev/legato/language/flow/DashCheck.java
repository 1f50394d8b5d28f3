package dev.legato.language.flow;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.flow.Reading.Template;
import dev.legato.model.flow.InputDefinition;
import java.util.ArrayList;
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
  private static final int LONGEST_ID = 150;
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
    expressions(template.text()).stream()
        .map(expression -> LITERAL.matcher(expression).replaceAll("''"))
        .flatMap(expression -> DOTTED.matcher(expression).results())
        .forEach(reference -> check(template, reference));
  }

  /** What stands between braces, found in one pass: a pattern would start over at each brace. */
  private static List<String> expressions(String text) {
    List<String> expressions = new ArrayList<>();
    int open = text.indexOf('{');
    while (open >= 0 && open + 1 < text.length()) {
      char kind = text.charAt(open + 1);
      String close = kind == '{' ? "}}" : kind == '%' ? "%}" : kind == '#' ? "#}" : null;
      int end = close == null ? open + 1 : text.indexOf(close, open + 2);
      if (end < 0) {
        break;
      }
      if (kind == '{' || kind == '%') {
        expressions.add(text.substring(open + 2, end));
      }
      open = text.indexOf('{', end);
    }
    return expressions;
  }

  private void check(Template template, MatchResult reference) {
    String root = reference.group(1);
    Set<String> ids = root.equals("inputs") ? inputs : reading.taskIds();
    String found = reference.group(2);
    String id = found.substring(0, Math.min(found.length(), LONGEST_ID + 1));
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
