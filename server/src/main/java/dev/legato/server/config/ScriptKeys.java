package dev.legato.server.config;

import dev.legato.process.ProcessConfig.DefaultPlace;
import dev.legato.process.ProcessConfig.Packages;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the keys below {@code legato.tasks.scripts}. */
final class ScriptKeys {
  private static final String PREFIX = "tasks.scripts.";

  private final Function<String, @Nullable String> texts;
  private final Function<String, List<String>> lists;
  private final Function<String, Map<String, String>> groups;
  private final List<String> problems;

  /**
   * @param groups all keys that begin with a prefix
   */
  ScriptKeys(
      Function<String, @Nullable String> texts,
      Function<String, List<String>> lists,
      Function<String, Map<String, String>> groups,
      List<String> problems) {
    this.texts = texts;
    this.lists = lists;
    this.groups = groups;
    this.problems = problems;
  }

  ScriptConfig read() {
    ScriptConfig defaults = ScriptConfig.DEFAULTS;
    String environments = texts.apply(PREFIX + "environments.path");
    return new ScriptConfig(
        defaultRunner(),
        lists.apply(PREFIX + "environment-variables"),
        groups.apply(PREFIX + "interpreters."),
        (int) number("max-processes", defaults.maxProcesses()),
        duration("kill-grace", defaults.killGrace()),
        flag("warm-interpreters", defaults.warm()),
        packages(defaults.packages()),
        environments == null ? null : Path.of(environments),
        new ScriptConfig.Docker(
            texts.apply(PREFIX + "docker.host"),
            flag("docker.volume-enabled", false),
            flag("docker.privileged-enabled", false)));
  }

  private DefaultPlace defaultRunner() {
    String text = texts.apply(PREFIX + "default-runner");
    try {
      return text == null ? DefaultPlace.AUTO : DefaultPlace.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      problems.add(PREFIX + "default-runner must be auto, process or docker");
      return DefaultPlace.AUTO;
    }
  }

  private Packages packages(Packages defaults) {
    String folder = texts.apply(PREFIX + "packages.folder");
    return new Packages(
        texts.apply(PREFIX + "packages.index-url"),
        folder == null ? null : Path.of(folder),
        flag("packages.offline", defaults.offline()),
        number("environments.max-bytes", defaults.maxBytes()));
  }

  private boolean flag(String key, boolean otherwise) {
    String text = texts.apply(PREFIX + key);
    return text == null ? otherwise : Boolean.parseBoolean(text);
  }

  private long number(String key, long otherwise) {
    String text = texts.apply(PREFIX + key);
    try {
      long number = text == null ? otherwise : Long.parseLong(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException _) {
      // said below
    }
    problems.add(PREFIX + key + " must be a whole number above 0");
    return otherwise;
  }

  private Duration duration(String key, Duration otherwise) {
    String text = texts.apply(PREFIX + key);
    try {
      return text == null ? otherwise : Duration.parse(text);
    } catch (DateTimeParseException _) {
      problems.add(PREFIX + key + " must be a duration such as PT5S");
      return otherwise;
    }
  }
}
