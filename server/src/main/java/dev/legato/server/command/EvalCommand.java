package dev.legato.server.command;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.flow.ParseResult;
import dev.legato.language.input.InputReader;
import dev.legato.language.input.ResolvedInputs;
import dev.legato.model.flow.Flow;
import dev.legato.orchestrator.expression.ExpressionProbe;
import dev.legato.orchestrator.expression.ProbeOutcome;
import dev.legato.orchestrator.expression.ProbeOutcome.Evaluated;
import dev.legato.orchestrator.expression.ProbeOutcome.Failed;
import dev.legato.orchestrator.expression.ProbeOutcome.FlowUnusable;
import dev.legato.orchestrator.expression.ProbeOutcome.NoSuchExecution;
import dev.legato.orchestrator.expression.ProbeOutcome.NoSuchTaskRun;
import dev.legato.server.Language;
import dev.legato.server.StoredExpressions;
import dev.legato.server.command.RemoteEvaluation.Target;
import dev.legato.storage.StorageException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Tries an expression out. */
@Command(
    name = "eval",
    description = {
      "Evaluate an expression and print its result.",
      "",
      "With --execution a running server evaluates it with the variables of that execution; with"
          + " --data the execution is read from the data directory of a server that need not run."
          + " Secrets are masked. With --flow it sees the inputs and variables of a flow in a file; without"
          + " either only functions and literals.",
      "",
      "Exit codes: 0 it has a result, 1 it has none, 2 the command line is not valid.",
      ""
    })
final class EvalCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "EXPRESSION",
      description = "Such as \"inputs.name | upper\", or a text with {{ }}.")
  private String expression = "";

  @Option(names = "--execution", paramLabel = "ID", description = "The execution.")
  private @Nullable String execution;

  @Option(
      names = "--task-run",
      paramLabel = "ID",
      description = "Evaluate with the variables of this task run.")
  private @Nullable String taskRun;

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "The server that has the execution (${DEFAULT-VALUE}).")
  private URI server = URI.create("http://localhost:8080");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Read the execution from here instead of asking a server.")
  private @Nullable Path data;

  @Option(
      names = "--user",
      paramLabel = "NAME:PASSWORD",
      description = "Credentials for the server; @PATH takes them from a file.")
  private @Nullable String user;

  @Option(names = "--flow", paramLabel = "FILE", description = "A flow.")
  private @Nullable Path flow;

  @Mixin private InputOptions inputs = new InputOptions();

  @Option(names = "--json", description = "Print the value as JSON.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    refuseContradictions();
    ProbeOutcome outcome = evaluate(template());
    return switch (outcome) {
      case Evaluated evaluated -> {
        spec.commandLine()
            .getOut()
            .println(
                json
                    ? JsonMapper.shared().writeValueAsString(evaluated.value())
                    : evaluated.text());
        yield ExitCode.OK;
      }
      case Failed failed -> throw new CommandFailure(ExitCode.FAILED, failed.message());
      case ProbeOutcome.Unusable unusable ->
          throw new CommandFailure(ExitCode.FAILED, reason(unusable));
    };
  }

  private static String reason(ProbeOutcome.Unusable outcome) {
    return switch (outcome) {
      case NoSuchExecution(var id) -> "There is no execution '%s'.".formatted(id);
      case NoSuchTaskRun(var id, var missing) ->
          "Execution '%s' has no task run '%s'.".formatted(id, missing);
      case FlowUnusable(var id, var why) ->
          "The flow of execution '%s' cannot be used: %s".formatted(id, why);
    };
  }

  private void refuseContradictions() {
    if (execution != null && flow != null) {
      throw new CommandFailure(
          ExitCode.INVALID, "Give --execution or --flow, not both: each has its own variables.");
    }
    if (execution == null && taskRun != null) {
      throw new CommandFailure(
          ExitCode.INVALID, "--task-run needs --execution: the execution that it belongs to.");
    }
    if (execution == null && data != null) {
      throw new CommandFailure(
          ExitCode.INVALID, "--data needs --execution: the execution to read from there.");
    }
    if (flow == null && !inputs.isEmpty()) {
      throw new CommandFailure(
          ExitCode.INVALID, "--input and --inputs need --flow: the flow that declares them.");
    }
  }

  /** What stands alone on a command line is meant as an expression. */
  private String template() {
    return expression.contains("{{") || expression.contains("{%")
        ? expression
        : "{{ " + expression + " }}";
  }

  private ProbeOutcome evaluate(String template) throws InterruptedException {
    if (execution != null && data != null) {
      try (var stored = StoredExpressions.open(data, Configuration.load(null))) {
        return stored.evaluate(template, execution, taskRun);
      } catch (StorageException e) {
        throw new CommandFailure(ExitCode.FAILED, String.valueOf(e.getMessage()));
      }
    }
    if (execution != null) {
      try {
        return RemoteEvaluation.of(template, new Target(server, user, execution, taskRun));
      } catch (IOException e) {
        throw new CommandFailure(
            ExitCode.FAILED,
            "The server at %s cannot be reached (%s). Is it running? --server names another."
                .formatted(server, e.getMessage() == null ? "no answer" : e.getMessage()));
      }
    }
    return ExpressionProbe.evaluate(
        Language.expressions(), template, flow == null ? Map.of() : variables(flow));
  }

  private Map<String, ?> variables(Path file) {
    ParseResult parsed = Language.parser().parse(FlowFiles.read(file));
    Flow read =
        parsed
            .flow()
            .orElseThrow(
                () -> new CommandFailure(ExitCode.INVALID, describe(file, parsed.complaints())));
    ResolvedInputs resolved =
        new InputReader(Language.expressions())
            .read(
                read.inputs(),
                inputs.read(read.inputs()),
                ExpressionProbe.variables(read, Map.of()));
    if (!resolved.isValid()) {
      throw new CommandFailure(
          ExitCode.INVALID,
          resolved.problems().stream()
              .map(problem -> problem.messageToCaller())
              .collect(Collectors.joining(System.lineSeparator())));
    }
    return ExpressionProbe.variables(read, resolved.values());
  }

  private static String describe(Path file, List<Complaint> complaints) {
    return complaints.stream()
        .map(complaint -> FlowFiles.describe(file, complaint))
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
