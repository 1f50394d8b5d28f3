package dev.legato.server.command;

import dev.legato.server.Logging;
import dev.legato.server.config.InvalidConfigException;
import dev.legato.storage.StorageException;
import java.util.logging.Level;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command without a word after it: shows its help. */
@Command(
    name = "legato",
    description = "Runs flows: YAML documents with tasks, inputs and triggers.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    sortOptions = false,
    subcommands = {
      RunCommand.class,
      ServerCommand.class,
      FlowCommand.class,
      EvalCommand.class,
      AuthCommand.class,
      WarmUpCommand.class,
      GenerateCompletion.class
    })
public final class LegatoCommand implements Runnable {
  // not in the annotation: commands below would inherit it
  private static final String FOOTER =
      """

        bench                Measure this machine; see legato bench --help.

      First steps: legato run examples/hello-world.yaml
      Completion:  source <(legato generate-completion)""";

  @Spec private CommandSpec spec;

  /** Set by picocli for every command. */
  @Option(
      names = {"-v", "--verbose"},
      description = "Show more of what happens inside.",
      scope = ScopeType.INHERIT)
  void verbose(boolean verbose) {
    if (verbose) {
      Logging.atLeast(Level.FINE);
    }
  }

  LegatoCommand(CommandSpec spec) {
    this.spec = spec;
  }

  /** Made by picocli, which then sets the annotated fields. */
  public LegatoCommand() {
    this(CommandSpec.create());
  }

  /** Runs a command line and returns the exit code of the process. */
  public static int execute(String... args) {
    return commandLine().execute(args);
  }

  static CommandLine commandLine() {
    var commandLine =
        new CommandLine(new LegatoCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(explain());
    commandLine.getCommandSpec().usageMessage().footer(FOOTER);
    return commandLine;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** Mistakes in the surroundings are told in a sentence; only our own show where they happened. */
  private static IExecutionExceptionHandler explain() {
    return (failure, command, _) -> {
      switch (failure) {
        case InvalidConfigException e -> command.getErr().println(e.getMessage());
        case StorageException e -> command.getErr().println(e.getMessage());
        case CommandFailure e -> command.getErr().println(e.getMessage());
        default -> failure.printStackTrace(command.getErr());
      }
      return failure instanceof CommandFailure e ? e.exitCode() : ExitCode.FAILED;
    };
  }
}
