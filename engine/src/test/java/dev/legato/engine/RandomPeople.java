package dev.legato.engine;

import dev.legato.model.command.Command.ChangeExecutionStatus;
import dev.legato.model.command.Command.StartingPoint.OneTaskRun;
import dev.legato.model.command.Command.StartingPoint.TaskRunAs;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunStatus;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** People who do things to an execution that nobody would think of. */
final class RandomPeople {
  private final Random random;

  RandomPeople(long seed) {
    this.random = new Random(~seed);
  }

  /** How many steps they let it go on. */
  int patience() {
    return random.nextInt(8);
  }

  /** Does something; the execution to go on with, which may be a copy. */
  Run act(Run run, RandomFlow flow) {
    switch (random.nextInt(13)) {
      case 0 -> run.pause();
      case 1 -> run.resume();
      case 2, 3 -> run.withPlaces(places()).restart();
      case 4 -> restartSomewhere(run);
      case 5 -> changeSomething(run);
      case 6 -> run.crash();
      case 7 -> run.forceRun();
      case 8 -> run.unqueue(anyStatus());
      case 9 -> run.admit();
      case 10 -> run.send(new ChangeExecutionStatus(run.state.id(), anyStatus()));
      case 11 -> {
        return copyOf(run, flow);
      }
      default -> {
        if (random.nextInt(3) == 0) {
          run.kill();
        }
      }
    }
    return run;
  }

  private Admission.Verdict places() {
    Admission.Verdict[] all = Admission.Verdict.values();
    return all[random.nextInt(all.length)];
  }

  private ExecutionStatus anyStatus() {
    ExecutionStatus[] all = ExecutionStatus.values();
    return all[random.nextInt(all.length)];
  }

  private void restartSomewhere(Run run) {
    TaskRun any = anyOf(run);
    if (any != null) {
      run.restart(new OneTaskRun(any.sequence));
    }
  }

  private void changeSomething(Run run) {
    TaskRun any = anyOf(run);
    if (any != null) {
      TaskRunStatus[] all = TaskRunStatus.values();
      run.restart(new TaskRunAs(any.sequence, all[random.nextInt(all.length)]));
    }
  }

  /** The source is left alone: it is somebody else's business how it ends. */
  private Run copyOf(Run run, RandomFlow flow) {
    TaskRun any = anyOf(run);
    if (any == null || run.state.id().equals(Flows.COPY)) {
      return run;
    }
    Run copy = Run.copyOf(run, run.plan, flow.script(), new OneTaskRun(any.sequence));
    return copy.state.isNew() ? run : copy;
  }

  private @Nullable TaskRun anyOf(Run run) {
    List<TaskRun> all = run.state.taskRuns().all();
    return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
  }
}
