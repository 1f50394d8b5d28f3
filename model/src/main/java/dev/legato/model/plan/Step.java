package dev.legato.model.plan;

import dev.legato.model.flow.LogLevel;
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
   */
  record TaskStep(
      StepHeader header,
      Map<String, @Nullable Object> properties,
      @Nullable String timeout,
      @Nullable LogLevel logLevel)
      implements Step {}

  /** Steps that hold steps. The engine runs them itself; they never reach a worker. */
  sealed interface GroupStep extends Step {
    /** The alternatives of which one runs; groups without alternatives have a single branch. */
    List<Branch> branches();

    /** Run once a child has failed for good. */
    List<Step> errors();

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
  record Branch(String name, List<Step> steps) {}

  /** All children, one after the other. */
  record SequenceStep(StepHeader header, List<Branch> branches, List<Step> errors)
      implements GroupStep {
    public static SequenceStep of(StepHeader header, List<Step> steps, List<Step> errors) {
      return new SequenceStep(header, List.of(new Branch("tasks", steps)), errors);
    }
  }

  /**
   * All children side by side.
   *
   * @param concurrent how many at once; 0 means all
   */
  record ParallelStep(StepHeader header, List<Branch> branches, List<Step> errors, int concurrent)
      implements GroupStep {
    public static ParallelStep of(
        StepHeader header, List<Step> steps, List<Step> errors, int concurrent) {
      return new ParallelStep(header, List.of(new Branch("tasks", steps)), errors, concurrent);
    }

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
      StepHeader header, @Nullable String condition, List<Branch> branches, List<Step> errors)
      implements GroupStep {}

  /**
   * The branch whose name equals the rendered value, else the one at {@code defaultBranch}.
   *
   * @param defaultBranch index in {@code branches}, −1 when there is none
   */
  record SwitchStep(
      StepHeader header, String value, List<Branch> branches, int defaultBranch, List<Step> errors)
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
   */
  record LoopStep(
      StepHeader header,
      Object values,
      LoopOrder order,
      int limit,
      List<Branch> branches,
      List<Step> errors)
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
}
