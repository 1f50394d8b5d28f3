package dev.legato.plugins.serdes.grok;

import dev.legato.plugin.Property;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What both tasks can be told. */
public record GrokOptions(
    @Property("The pattern, such as `%{IP:client} %{NUMBER:bytes:int}`.") @Nullable String pattern,
    @Property("Several patterns, tried in their order.") @Nullable List<String> patterns,
    @Property(
            "Files of patterns, or folders of them, in the working directory; each line has a name"
                + " and a pattern.")
        @Nullable List<String> patternsDir,
    @Property("Further patterns by their names.") @Nullable Map<String, String> patternDefinitions,
    @Property(
            value = "Whether only patterns with a name of a field give one.",
            defaultValue = "true")
        boolean namedCapturesOnly,
    @Property(value = "Whether the first pattern that fits is enough.", defaultValue = "true")
        boolean breakOnFirstMatch,
    @Property(
            value = "Whether fields that stand for nothing are there, as null.",
            defaultValue = "false")
        boolean keepEmptyCaptures) {

  /** The patterns, ready to be used. */
  List<Grok> compiled(TaskContext context) throws TaskFailure, IOException {
    Definitions definitions = new Definitions();
    if (patternsDir != null) {
      for (String each : patternsDir) {
        definitions.addFrom(context.workingDirectory(), each);
      }
    }
    if (patternDefinitions != null) {
      definitions.add(patternDefinitions);
    }
    List<String> texts = new ArrayList<>(patterns == null ? List.of() : patterns);
    if (pattern != null) {
      texts.addFirst(pattern);
    }
    if (texts.isEmpty()) {
      throw new TaskFailure("'pattern' or 'patterns' must be given.");
    }
    List<Grok> compiled = new ArrayList<>();
    for (String text : texts) {
      compiled.add(Grok.parse(text, definitions, namedCapturesOnly));
    }
    return compiled;
  }

  /** The fields of a line; none when no pattern fits. */
  Map<String, @Nullable Object> fields(List<Grok> compiled, String line)
      throws TaskFailure, InterruptedException {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (Grok grok : compiled) {
      Map<String, @Nullable Object> found = grok.match(line, keepEmptyCaptures);
      if (found != null) {
        fields.putAll(found);
        if (breakOnFirstMatch) {
          break;
        }
      }
    }
    return fields;
  }
}
