package dev.legato.rest.execution;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.StoredExecution;
import dev.legato.orchestrator.execution.Action;
import dev.legato.orchestrator.execution.Action.Replay;
import dev.legato.orchestrator.execution.Action.Resume;
import dev.legato.orchestrator.execution.ActionOutcome;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Problem;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Does what needs inputs to an execution, which may come with files. */
final class FormActionResource {
  private static final int CONFLICT = 409;

  private final ExecutionPorts ports;
  private final ExecutionViews views;
  private final InputsReader inputs;

  FormActionResource(ExecutionPorts ports, ExecutionViews views, InputsReader inputs) {
    this.ports = ports;
    this.views = views;
    this.inputs = inputs;
  }

  Answer resume(Call call) throws IOException {
    String taskRun = call.query().text("taskRunId").orElse(null);
    String by = call.user().orElse(null);
    return act(call, values -> new Resume(taskRun, values, by));
  }

  /** Shows what would become of answers, and resumes nothing. */
  Answer validateResume(Call call) throws IOException {
    ExecutionId id = PathIds.execution(call, "id");
    StoredExecution execution =
        ports.store().find(id).orElseThrow(() -> PathIds.noSuchExecution(id.value()));
    String taskRun = call.query().text("taskRunId").orElse(null);
    return ports
        .executions()
        .answers(execution, taskRun, inputs.read(call, InputsReader::standInForFile))
        .map(answers -> Answer.json(InputsView.ofAnswers(execution.execution().flow(), answers)))
        .orElseThrow(
            () ->
                Problem.conflict(
                    "execution '%s' is %s and nothing of it waits for answers"
                        .formatted(id, execution.execution().status())));
  }

  Answer replay(Call call) throws IOException {
    Replay plain = ActionReader.replay(call);
    return act(
        call,
        values -> new Replay(plain.taskRunId(), plain.revision(), values, plain.breakpoints()));
  }

  private Answer act(Call call, Function<Map<String, @Nullable Object>, Action> action)
      throws IOException {
    ExecutionId id = PathIds.execution(call, "id");
    ExecutionRecord execution =
        ports.store().findRecord(id).orElseThrow(() -> PathIds.noSuchExecution(id.value()));
    var uploads = new Uploads(ports.files(), execution.flow(), id, _ -> true);
    boolean done = false;
    try {
      ActionOutcome outcome = ports.executions().act(id, action.apply(inputs.read(call, uploads)));
      done = outcome.isDone();
      return Outcomes.changed(outcome, CONFLICT)
          .map(changed -> Answer.json(views.now(changed)))
          .orElseGet(Answer::noContent);
    } finally {
      if (!done) {
        uploads.discard();
      }
    }
  }
}
