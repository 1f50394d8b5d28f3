package dev.legato.server.command;

import dev.legato.language.complaint.Suggestions;
import dev.legato.model.flow.InputDefinition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The inputs of a flow as they are written on a command line. */
final class InputOptions {
  @Option(
      names = "--input",
      paramLabel = "ID=VALUE",
      description = "An input of the flow; ID=@PATH takes the content of a file. Can be repeated.")
  private List<String> arguments = new ArrayList<>();

  @Option(names = "--inputs", paramLabel = "FILE", description = "A JSON object with inputs.")
  private @Nullable Path file;

  boolean isEmpty() {
    return arguments.isEmpty() && file == null;
  }

  /**
   * What is given; {@code --input} wins over {@code --inputs}.
   *
   * @param declared the inputs that the flow has
   */
  Map<String, @Nullable Object> read(List<InputDefinition> declared) {
    Map<String, @Nullable Object> given = values();
    refuseUnknown(given.keySet(), declared);
    return given;
  }

  private Map<String, @Nullable Object> values() {
    Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
    if (file != null) {
      inputs.putAll(object(file));
    }
    for (String argument : arguments) {
      NamedValue input = NamedValue.parse("--input", argument);
      String value = input.value();
      inputs.put(
          input.name(),
          value.startsWith("@") ? FlowFiles.read(Path.of(value.substring(1))) : value);
    }
    return inputs;
  }

  /** A value for an input that the flow does not have is a typing mistake. */
  private static void refuseUnknown(Set<String> given, List<InputDefinition> inputs) {
    List<String> known = inputs.stream().map(InputDefinition::id).toList();
    for (String id : given) {
      boolean isKnown = known.stream().anyMatch(k -> k.equals(id) || k.startsWith(id + "."));
      if (!isKnown) {
        throw new CommandFailure(
            ExitCode.INVALID,
            "The flow has no input '%s'. %s"
                .formatted(
                    id,
                    Suggestions.closest(id, known)
                        .map("Did you mean '%s'?"::formatted)
                        .orElse(known.isEmpty() ? "It has none." : "It has: " + known + ".")));
      }
    }
  }

  @SuppressWarnings("unchecked") // checked to be a JSON object
  private static Map<String, @Nullable Object> object(Path file) {
    try {
      Object read = JsonMapper.shared().readValue(FlowFiles.read(file), Object.class);
      if (read instanceof Map<?, ?> map) {
        return (Map<String, @Nullable Object>) map;
      }
      throw new CommandFailure(
          ExitCode.INVALID, "The file %s must hold a JSON object.".formatted(file));
    } catch (JacksonException e) {
      throw new CommandFailure(
          ExitCode.INVALID, "The file %s is not JSON: %s".formatted(file, e.getOriginalMessage()));
    }
  }
}
