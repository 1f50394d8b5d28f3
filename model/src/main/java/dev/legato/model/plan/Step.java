package dev.legato.model.plan;

import dev.legato.model.flow.InputDefinition;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.flow.OutputDefinition;
import dev.legato.model.flow.TemplateId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One entry of a plan. Disabled tasks never become steps. */
public sealed interface Step {
  StepHeader header();

  default String id() {
    return header().id();
  }

  /**
   * Work for a worker.
   *
   * @param properties the task's own properties, their texts being templates; those that every task
   *     has are in the header
   * @param timeout a template that renders to a duration
   * @param logLevel lines below it are not kept
   * @param cache present when outputs of an earlier run with the same properties are used again
   * @param logToFile whether the log of an attempt becomes a file instead of lines of the log store
   */
  record TaskStep(
      StepHeader header,
      Map<String, @Nullable Object> properties,
      @Nullable String timeout,
      @Nullable LogLevel logLevel,
      @Nullable TaskCache cache,
      boolean logToFile)
      implements Step {
    /** A task that always runs. */
    public TaskStep(
        StepHeader header,
        Map<String, @Nullable Object> properties,
        @Nullable String timeout,
        @Nullable LogLevel logLevel) {
      this(header, properties, timeout, logLevel, null, false);
    }
  }

  /**
   * How outputs of a task are used again.
   *
   * @param ttl for how long; absent means for ever
   */
  record TaskCache(@Nullable Duration ttl) {}

  /**
   * Starts other executions and waits for them, without a worker.
   *
   * @param properties the task's own properties by their names in the flow document, old names
   *     replaced and defaults of old spellings filled in; their texts are templates
   */
  record CallStep(StepHeader header, Kind kind, Map<String, @Nullable Object> properties)
      implements Step {
    /** What is started. */
    public enum Kind {
      /** One execution. */
      SUBFLOW,
      /** One execution for each batch of a file that lists the batches. */
      FOR_EACH_ITEM
    }
  }

  /** Steps that only change the execution itself; the engine carries them out at once. */
  sealed interface InstantStep extends Step {}

  /**
   * Sets labels of the execution.
   *
   * @param labels a map, a list of {@code {key, value}}, or a template that renders to a JSON map
   */
  record LabelsStep(StepHeader header, Object labels) implements InstantStep {}

  /**
   * Ends the execution.
   *
   * @param state a template that renders to a terminal state
   */
  record ExitStep(StepHeader header, String state) implements InstantStep {}

  /**
   * Merges values into the execution's variables.
   *
   * @param variables a map whose texts are templates
   * @param overwrite a template; unless true, a key that exists fails the task
   */
  record SetVariablesStep(
      StepHeader header, Map<String, @Nullable Object> variables, String overwrite)
      implements InstantStep {}

  /**
   * Removes variables of the execution.
   *
   * @param variables templates that render to keys; dots lead into maps
   * @param ignoreMissing a template; unless true, a key that does not exist fails the task
   */
  record UnsetVariablesStep(StepHeader header, List<String> variables, String ignoreMissing)
      implements InstantStep {}

  /** Steps that hold steps. The engine runs them itself; they never reach a worker. */
  sealed interface GroupStep extends Step {
    /** The alternatives of which one runs; groups without alternatives have a single branch. */
    List<Branch> branches();

    Handlers handlers();

    /** Run once a child has failed for good. */
    default List<Step> errors() {
      return handlers().errors();
    }

    /** Run last of all, whether a child failed or not. */
    default List<Step> finallySteps() {
      return handlers().finallySteps();
    }

    /** Whether the steps of {@link #errors()} run side by side instead of one after the other. */
    default boolean errorsRunInParallel() {
      return false;
    }
  }

  /**
   * Steps run one after the other.
   *
   * @param name what selects the branch, such as {@code then} or the key of a case
   */
  record Branch(String name, List<Step> steps) {
    /** The only branch of a group without alternatives. */
    public static List<Branch> only(List<Step> steps) {
      return List.of(new Branch("tasks", steps));
    }
  }

  /** All children, one after the other. */
  record SequenceStep(StepHeader header, List<Branch> branches, Handlers handlers)
      implements GroupStep {
    public static SequenceStep of(StepHeader header, List<Step> steps, Handlers handlers) {
      return new SequenceStep(header, Branch.only(steps), handlers);
    }
  }

  /**
   * The tasks of a template, one after the other.
   *
   * @param args what they see as {@code parent.outputs.args}; the texts are templates
   */
  record TemplateStep(
      StepHeader header,
      TemplateCopy copy,
      Map<String, @Nullable Object> args,
      List<Branch> branches,
      Handlers handlers)
      implements GroupStep {}

  /**
   * The revision of a template whose tasks a plan has.
   *
   * @param revision 0 when its tasks cannot be had
   * @param problem why not
   * @param renamed ids of the plan by those that the template's author chose, where they differ
   *     because another task of the flow has the id already
   */
  record TemplateCopy(
      TemplateId template, int revision, @Nullable String problem, Map<String, String> renamed) {
    /** What stands in a plan when there is no such template, or none that can be used. */
    public static TemplateCopy missing(TemplateId template, String problem) {
      return new TemplateCopy(template, 0, problem, Map.of());
    }
  }

  /**
   * All children, one after the other, in one working directory.
   *
   * @param properties what concerns files, by their names in the flow document
   */
  record DirectoryStep(
      StepHeader header,
      Map<String, @Nullable Object> properties,
      List<Branch> branches,
      Handlers handlers)
      implements GroupStep {
    /** Ends the id of the first, hidden child, which puts files into the directory. */
    public static final String FILES = "_files";

    /** Ends the id of the last, hidden child, whose outputs become those of the group. */
    public static final String OUTPUTS = "_outputs";
  }

  /**
   * All children side by side.
   *
   * @param concurrent how many at once; 0 means all
   */
  record ParallelStep(StepHeader header, List<Branch> branches, Handlers handlers, int concurrent)
      implements GroupStep {
    public static ParallelStep of(
        StepHeader header, List<Step> steps, Handlers handlers, int concurrent) {
      return new ParallelStep(header, Branch.only(steps), handlers, concurrent);
    }

    @Override
    public boolean errorsRunInParallel() {
      return true;
    }
  }

  /**
   * Each child once all children that it depends on have ended.
   *
   * @param dependencies for each child the places of the children that it waits for; no cycles
   * @param concurrent how many at once; 0 means all
   */
  record DagStep(
      StepHeader header,
      List<Branch> branches,
      Handlers handlers,
      List<List<Integer>> dependencies,
      int concurrent)
      implements GroupStep {
    @Override
    public boolean errorsRunInParallel() {
      return true;
    }
  }

  /**
   * The branch {@code then} (index 0) or {@code else} (index 1, may have no steps).
   *
   * @param condition a template; absent means false
   */
  record IfStep(
      StepHeader header, @Nullable String condition, List<Branch> branches, Handlers handlers)
      implements GroupStep {}

  /**
   * The branch whose name equals the rendered value, else the one at {@code defaultBranch}.
   *
   * @param defaultBranch index in {@code branches}, −1 when there is none
   */
  record SwitchStep(
      StepHeader header, String value, List<Branch> branches, int defaultBranch, Handlers handlers)
      implements GroupStep {
    /** The index of the branch for a value, −1 when none fits. */
    public int branchFor(String renderedValue) {
      return IntStream.range(0, branches.size())
          .filter(i -> i != defaultBranch && branches.get(i).name().equals(renderedValue))
          .findFirst()
          .orElse(defaultBranch);
    }
  }

  /**
   * All children once for each value.
   *
   * @param values a template that renders to a JSON list, or a list whose elements are rendered
   * @param limit how many values at once ({@link LoopOrder#CHILDREN_IN_ORDER}) or how many task
   *     runs at once ({@link LoopOrder#ALL_AT_ONCE}); 0 means no limit
   * @param rounds present when each value is a world of its own, with the variable {@code item}
   */
  record LoopStep(
      StepHeader header,
      Object values,
      LoopOrder order,
      int limit,
      @Nullable Rounds rounds,
      List<Branch> branches,
      Handlers handlers)
      implements GroupStep {
    @Override
    public boolean errorsRunInParallel() {
      return limit != 1;
    }
  }

  /** How the children of one loop value relate to each other. */
  enum LoopOrder {
    /** The children of one value run one after the other. */
    CHILDREN_IN_ORDER,
    /** The children of one value run side by side, too. */
    ALL_AT_ONCE
  }

  /**
   * What a loop of separate rounds hands on. Such a loop keeps equal values apart and takes maps,
   * too; inside a round the outputs of its tasks are addressed without the value.
   *
   * @param outputs rendered at the end of each round
   * @param transmitFailed whether a failed round fails the loop
   * @param fetch where the outputs of all rounds go
   */
  record Rounds(List<OutputDefinition> outputs, boolean transmitFailed, Fetch fetch) {
    /** Where the outputs of all rounds go. */
    public enum Fetch {
      /** Into the loop's outputs while they are few, else into a file. */
      AUTO,
      FETCH,
      STORE
    }
  }

  /**
   * All children again and again until a condition is true; only the latest round is kept.
   *
   * @param condition a template, evaluated at the end of each round
   */
  record LoopUntilStep(
      StepHeader header,
      String condition,
      Frequency frequency,
      List<Branch> branches,
      Handlers handlers)
      implements GroupStep {}

  /**
   * How often and for how long a loop repeats.
   *
   * @param interval between two rounds
   * @param maxDuration counted from the creation of the loop's task run
   * @param failOnMaxReached whether reaching a maximum fails the loop
   */
  record Frequency(
      Duration interval,
      @Nullable Integer maxIterations,
      @Nullable Duration maxDuration,
      boolean failOnMaxReached) {}

  /**
   * Waits for somebody, or for a time; then all children, one after the other.
   *
   * @param onPause run when the pause begins
   * @param onResume values asked from whoever resumes it
   * @param approval present when it is a decision that is asked for
   */
  record PauseStep(
      StepHeader header,
      PauseLimits limits,
      List<Step> onPause,
      List<InputDefinition> onResume,
      List<Branch> branches,
      Handlers handlers,
      @Nullable Approval approval)
      implements GroupStep {
    /** A pause that asks for no decision. */
    public PauseStep(
        StepHeader header,
        PauseLimits limits,
        List<Step> onPause,
        List<InputDefinition> onResume,
        List<Branch> branches,
        Handlers handlers) {
      this(header, limits, onPause, onResume, branches, handlers, null);
    }
  }

  /**
   * For how long to pause. Without both durations a pause waits for somebody.
   *
   * @param duration a template; after that time the pause ends by itself
   * @param timeout a template; looked at without a duration only: the task fails after that time
   * @param behavior a template that renders to what follows when the duration is over: {@code
   *     RESUME}, {@code WARN}, {@code FAIL} or {@code CANCEL}
   */
  record PauseLimits(@Nullable String duration, @Nullable String timeout, String behavior) {}
}
