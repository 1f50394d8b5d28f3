package dev.legato.server.command;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.complaint.Severity;
import dev.legato.language.input.InputProblem;
import dev.legato.language.input.Refusal;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.Label;
import dev.legato.orchestrator.execution.CreateOutcome;
import dev.legato.orchestrator.execution.CreateOutcome.Created;
import dev.legato.orchestrator.execution.CreateOutcome.FlowDisabled;
import dev.legato.orchestrator.execution.CreateOutcome.InvalidInputs;
import dev.legato.orchestrator.execution.CreateOutcome.InvalidLabel;
import dev.legato.orchestrator.execution.CreateRequest;
import dev.legato.orchestrator.flow.FlowOutcome;
import dev.legato.server.Application;
import dev.legato.server.Logging;
import dev.legato.server.terminal.RunView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one flow here and now, without a server. */
@Command(
    name = "run",
    description = {
      "Run one flow here and now, without a server, and show what happens.",
      "",
      "Exit codes: 0 the execution ended as SUCCESS or WARNING, 1 as FAILED;",
      "2 the flow or an input is not valid; 130 stopped with Ctrl-C.",
      ""
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "The flow.")
  private Path file = Path.of("");

  @Mixin private InputOptions inputs = new InputOptions();

  @Option(
      names = "--label",
      paramLabel = "KEY=VALUE",
      description = "A label for the execution. Can be repeated.")
  private List<String> labels = new ArrayList<>();

  @Override
  public Integer call() throws InterruptedException {
    Logging.atLeast(Level.WARNING);
    String source = FlowFiles.read(file);
    try (var stop = StopOnInterrupt.armed();
        var scratch = ScratchDirectory.create();
        var application = Application.start(scratch.path(), Configuration.load(null))) {
      Flow flow = save(application, source);
      ExecutionId execution = create(application, flow);
      stop.kills(() -> application.executions().kill(execution));
      var view = new RunView(application, execution, spec.commandLine().getOut());
      StoredExecution ended = view.follow();
      return exitCode(ended.execution().status());
    }
  }

  private Flow save(Application application, String source) {
    FlowOutcome outcome = application.flows().create(source);
    return switch (outcome) {
      case FlowOutcome.Saved saved -> {
        saved.flow().complaints().stream()
            .filter(complaint -> complaint.severity() == Severity.WARNING)
            .forEach(this::warn);
        yield Objects.requireNonNull(saved.flow().flow(), "a flow that was just saved is valid");
      }
      case FlowOutcome.Invalid invalid ->
          throw new CommandFailure(
              ExitCode.INVALID,
              invalid.complaints().stream()
                  .map(complaint -> FlowFiles.describe(file, complaint))
                  .collect(Collectors.joining(System.lineSeparator())));
      case FlowOutcome.Exists _, FlowOutcome.NoSuchFlow _, FlowOutcome.IdChanged _ ->
          throw new IllegalStateException("Expected an empty store, but got " + outcome);
    };
  }

  private void warn(Complaint complaint) {
    spec.commandLine().getErr().println(FlowFiles.describe(file, complaint));
  }

  private ExecutionId create(Application application, Flow flow) {
    var request =
        new CreateRequest(flow.id(), null, inputs.read(flow.inputs()), labels(), null, null, null);
    CreateOutcome outcome = application.executions().create(request);
    return switch (outcome) {
      case Created created -> created.execution().id();
      case InvalidInputs invalid ->
          throw new CommandFailure(
              ExitCode.INVALID,
              invalid.problems().stream()
                  .map(RunCommand::describe)
                  .collect(Collectors.joining(System.lineSeparator())));
      case InvalidLabel invalid -> throw new CommandFailure(ExitCode.INVALID, invalid.reason());
      case FlowDisabled _ ->
          throw new CommandFailure(
              ExitCode.INVALID, "The flow is disabled; remove 'disabled: true' to run it.");
      default -> throw new IllegalStateException("Expected an execution, but got " + outcome);
    };
  }

  private List<Label> labels() {
    return labels.stream()
        .map(argument -> NamedValue.parse("--label", argument))
        .map(label -> new Label(label.name(), label.value()))
        .toList();
  }

  private static String describe(InputProblem problem) {
    return problem.reason() == Refusal.Reason.MISSING
        ? "%s Give it with --input %s=VALUE.".formatted(problem.message(), problem.inputId())
        : problem.messageToCaller();
  }

  private static int exitCode(ExecutionStatus status) {
    return switch (status) {
      case SUCCESS, WARNING -> ExitCode.OK;
      case FAILED, KILLED, CANCELLED, RETRIED -> ExitCode.FAILED;
      case CREATED, QUEUED, RUNNING, PAUSED, RETRYING, BREAKPOINT, RESTARTED, KILLING ->
          throw new IllegalStateException("Expected an execution that ended, but it is " + status);
    };
  }
}
