package dev.legato.plugins.scripts.trigger;

import dev.legato.plugin.Finding;
import dev.legato.plugin.Finding.Afterwards;
import dev.legato.plugin.KeptFile;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TriggerContext;
import dev.legato.plugins.scripts.run.ScriptResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Runs a script once and tells whether it showed what is waited for. */
final class Watch {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern EXIT = Pattern.compile("exit\\s+(-?\\d{1,9})");

  private final TriggerContext context;
  private final WatchOptions options;

  private Watch(TriggerContext context, WatchOptions options) {
    this.context = context;
    this.options = options;
  }

  /** The task that runs the script. */
  interface Script {
    ScriptResult run(TaskContext context) throws TaskFailure, IOException, InterruptedException;
  }

  static Optional<Finding<Seen>> look(TriggerContext context, WatchOptions options, Script script)
      throws TaskFailure, IOException, InterruptedException {
    return new Watch(context, options).look(script);
  }

  private Optional<Finding<Seen>> look(Script script)
      throws TaskFailure, IOException, InterruptedException {
    ScriptResult result = run(script);
    boolean shows = matches(options.exitCondition(), result);
    if (!options.edge()) {
      return shows ? Optional.of(finding(result, Afterwards.NOTHING)) : Optional.empty();
    }
    KeptFile last = context.kept();
    boolean showed = isSet(last);
    if (!shows && showed) {
      set(last, false);
    }
    // remembered once the execution exists: a server that stops in between must find it again
    return shows && !showed
        ? Optional.of(finding(result, () -> set(last, true)))
        : Optional.empty();
  }

  /** A script that fails has been run, too. */
  private ScriptResult run(Script script) throws TaskFailure, IOException, InterruptedException {
    try {
      return script.run(new TriggerTaskContext(context));
    } catch (TaskFailure e) {
      if (e.outputs() instanceof ScriptResult result) {
        return result;
      }
      throw e;
    }
  }

  static boolean matches(@Nullable String condition, ScriptResult result) throws TaskFailure {
    if (condition == null) {
      return result.exitCode() == 0;
    }
    Matcher exit = EXIT.matcher(condition.strip());
    if (exit.matches()) {
      return result.exitCode() == Integer.parseInt(exit.group(1));
    }
    try {
      return Pattern.compile(condition).matcher(JSON.writeValueAsString(result.vars())).find();
    } catch (PatternSyntaxException e) {
      throw new TaskFailure(
          "'exitCondition' is neither 'exit' with a number nor a regular expression: "
              + e.getDescription(),
          e);
    }
  }

  private Finding<Seen> finding(ScriptResult result, Afterwards afterwards) {
    Seen seen =
        new Seen(
            context.clock().instant(), options.exitCondition(), result.exitCode(), result.vars());
    return new Finding<>(seen, null, afterwards);
  }

  private static boolean isSet(KeptFile file) throws IOException {
    Optional<InputStream> content = file.open(null);
    if (content.isEmpty()) {
      return false;
    }
    try (InputStream in = content.get()) {
      return in.read() == '1';
    }
  }

  private static void set(KeptFile file, boolean value) throws IOException {
    file.replace(new ByteArrayInputStream(new byte[] {(byte) (value ? '1' : '0')}));
  }
}
