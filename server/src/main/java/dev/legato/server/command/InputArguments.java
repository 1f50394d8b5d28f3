package dev.legato.server.command;

import dev.legato.language.complaint.Suggestions;
import dev.legato.model.flow.InputDefinition;
import dev.legato.model.flow.Label;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Inputs and labels as they are written on a command line. */
final class InputArguments {
  private InputArguments() {}

  /**
   * The inputs.
   *
   * @param file a JSON object; absent for none
   * @param arguments {@code id=value}, or {@code id=@path} for the content of a file; these win
   */
  static Map<String, @Nullable Object> inputs(@Nullable Path file, List<String> arguments) {
    Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
    if (file != null) {
      inputs.putAll(object(file));
    }
    for (String argument : arguments) {
      int equals = separator(argument, "--input");
      String value = argument.substring(equals + 1);
      inputs.put(
          argument.substring(0, equals),
          value.startsWith("@") ? FlowFiles.read(Path.of(value.substring(1))) : value);
    }
    return inputs;
  }

  /** A value for an input that the flow does not have is a typing mistake. */
  static void refuseUnknown(Set<String> given, List<InputDefinition> inputs) {
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

  static List<Label> labels(List<String> arguments) {
    return arguments.stream()
        .map(
            argument -> {
              int equals = separator(argument, "--label");
              return new Label(argument.substring(0, equals), argument.substring(equals + 1));
            })
        .toList();
  }

  private static int separator(String argument, String option) {
    int equals = argument.indexOf('=');
    if (equals < 1) {
      throw new CommandFailure(
          ExitCode.INVALID,
          "%s needs a name and a value, such as %s name=value, but got '%s'."
              .formatted(option, option, argument));
    }
    return equals;
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
