package dev.legato.engine;

import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.execution.Breakpoint;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.InputType;
import dev.legato.model.flow.OutputDefinition;
import dev.legato.model.flow.RetryPolicy;
import dev.legato.model.flow.RetryPolicy.Behavior;
import dev.legato.model.flow.RetryPolicy.Limits;
import dev.legato.model.flow.TemplateId;
import dev.legato.model.plan.Agreement;
import dev.legato.model.plan.Approval;
import dev.legato.model.plan.Approval.Ending;
import dev.legato.model.plan.FlowRules;
import dev.legato.model.plan.Handlers;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.Branch;
import dev.legato.model.plan.Step.CallStep;
import dev.legato.model.plan.Step.DagStep;
import dev.legato.model.plan.Step.DirectoryStep;
import dev.legato.model.plan.Step.ExitStep;
import dev.legato.model.plan.Step.Frequency;
import dev.legato.model.plan.Step.GroupStep;
import dev.legato.model.plan.Step.IfStep;
import dev.legato.model.plan.Step.LabelsStep;
import dev.legato.model.plan.Step.LoopOrder;
import dev.legato.model.plan.Step.LoopStep;
import dev.legato.model.plan.Step.LoopUntilStep;
import dev.legato.model.plan.Step.ParallelStep;
import dev.legato.model.plan.Step.PauseLimits;
import dev.legato.model.plan.Step.PauseStep;
import dev.legato.model.plan.Step.Rounds;
import dev.legato.model.plan.Step.SequenceStep;
import dev.legato.model.plan.Step.SetVariablesStep;
import dev.legato.model.plan.Step.SwitchStep;
import dev.legato.model.plan.Step.TaskStep;
import dev.legato.model.plan.Step.TemplateCopy;
import dev.legato.model.plan.Step.TemplateStep;
import dev.legato.model.plan.Step.UnsetVariablesStep;
import dev.legato.model.plan.StepHeader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Flows in a few words, for tests. */
final class Flows {
  static final ExecutionId EXECUTION = new ExecutionId("0TestExecution00000001");
  static final ExecutionId COPY = new ExecutionId("0TestExecution00000002");
  static final FlowId FLOW = new FlowId("company.team", "example");

  private Flows() {}

  static Plan flow(Step... tasks) {
    return flow(List.of(tasks), List.of());
  }

  static Plan flow(List<Step> tasks, List<Step> errors) {
    return new Plan(
        FLOW,
        1,
        SequenceStep.of(header("root"), tasks, Handlers.ofErrors(errors)),
        List.of(),
        Map.of("env", "test", "pause", "PT5S"));
  }

  static Plan withOutputs(Plan plan, OutputDefinition... outputs) {
    return new Plan(plan.flow(), plan.revision(), plan.root(), List.of(outputs), plan.variables());
  }

  static OutputDefinition output(String id, String template) {
    return new OutputDefinition(id, InputType.STRING, template, true, null, null);
  }

  @SafeVarargs
  static TaskStep task(String id, UnaryOperator<StepHeader>... options) {
    return new TaskStep(header(id, options), Map.of(), null, null);
  }

  static SequenceStep sequence(String id, Step... steps) {
    return SequenceStep.of(header(id), List.of(steps), Handlers.NONE);
  }

  /** Tasks of a template. */
  static TemplateStep template(
      String id, Map<String, String> renamed, Map<String, Object> args, Step... steps) {
    var copy = new TemplateCopy(new TemplateId("team", id), 1, null, renamed);
    return new TemplateStep(header(id), copy, args, Branch.only(List.of(steps)), Handlers.NONE);
  }

  /** A template that does not exist. */
  static TemplateStep missingTemplate(String id, String problem) {
    var copy = TemplateCopy.missing(new TemplateId("team", id), problem);
    return new TemplateStep(header(id), copy, Map.of(), Branch.only(List.of()), Handlers.NONE);
  }

  static ParallelStep parallel(String id, int concurrent, Step... steps) {
    return ParallelStep.of(header(id), List.of(steps), Handlers.NONE, concurrent);
  }

  static IfStep ifThen(String id, @Nullable String condition, Step... then) {
    return new IfStep(
        header(id), condition, List.of(new Branch("then", List.of(then))), Handlers.NONE);
  }

  static IfStep ifElse(String id, @Nullable String condition, Step then, Step otherwise) {
    return new IfStep(
        header(id),
        condition,
        List.of(new Branch("then", List.of(then)), new Branch("else", List.of(otherwise))),
        Handlers.NONE);
  }

  /** Without defaults when they are null. */
  static SwitchStep switchOn(
      String id, String value, Map<String, List<Step>> cases, @Nullable List<Step> defaults) {
    var branches = new ArrayList<Branch>();
    cases.forEach((name, steps) -> branches.add(new Branch(name, steps)));
    if (defaults != null) {
      branches.add(new Branch("defaults", defaults));
    }
    return new SwitchStep(
        header(id), value, branches, defaults == null ? -1 : branches.size() - 1, Handlers.NONE);
  }

  static LoopStep forEach(String id, Object values, int limit, Step... steps) {
    return loop(id, values, LoopOrder.CHILDREN_IN_ORDER, limit, steps);
  }

  static LoopStep eachParallel(String id, Object values, int limit, Step... steps) {
    return loop(id, values, LoopOrder.ALL_AT_ONCE, limit, steps);
  }

  /** A loop whose rounds are worlds of their own. */
  static LoopStep rounds(String id, Object values, Step... steps) {
    LoopStep loop = forEach(id, values, 1, steps);
    var rounds = new Rounds(List.of(), true, Rounds.Fetch.AUTO);
    return new LoopStep(
        loop.header(), values, loop.order(), 1, rounds, loop.branches(), Handlers.NONE);
  }

  private static LoopStep loop(
      String id, Object values, LoopOrder order, int limit, Step... steps) {
    var branches = List.of(new Branch("tasks", List.of(steps)));
    return new LoopStep(header(id), values, order, limit, null, branches, Handlers.NONE);
  }

  /** Repeats every ten seconds until the condition is true. */
  static LoopUntilStep loopUntil(String id, String condition, Step... steps) {
    var frequency = new Frequency(Duration.ofSeconds(10), null, null, false);
    return loopUntil(id, condition, frequency, steps);
  }

  static LoopUntilStep loopUntil(String id, String condition, Frequency frequency, Step... steps) {
    return new LoopUntilStep(
        header(id), condition, frequency, Branch.only(List.of(steps)), Handlers.NONE);
  }

  /** Waits for somebody. */
  static PauseStep pause(String id, Step... steps) {
    return pause(id, new PauseLimits(null, null, "RESUME"), steps);
  }

  static PauseStep pause(String id, PauseLimits limits, Step... steps) {
    return new PauseStep(
        header(id), limits, List.of(), List.of(), Branch.only(List.of(steps)), Handlers.NONE);
  }

  /** Asks for a decision: fails when denied, warns when nobody decides in time. */
  static PauseStep approval(String id, String auto, @Nullable String timeout, Step... children) {
    return new PauseStep(
        header(id),
        new PauseLimits(null, timeout, "RESUME"),
        List.of(),
        List.of(),
        Branch.only(List.of(children)),
        Handlers.NONE,
        new Approval(auto, "/here", Ending.SUCCESS, Ending.FAILED, Ending.WARNING));
  }

  static PauseStep onPause(PauseStep pause, Step... steps) {
    return new PauseStep(
        pause.header(),
        pause.limits(),
        List.of(steps),
        pause.onResume(),
        pause.branches(),
        pause.handlers(),
        pause.approval());
  }

  /**
   * @param dependencies for each step the ids that it waits for
   */
  static DagStep dag(
      String id, int concurrent, Map<String, List<String>> dependencies, Step... steps) {
    List<String> ids = Stream.of(steps).map(Step::id).toList();
    List<List<Integer>> places =
        ids.stream()
            .map(it -> dependencies.getOrDefault(it, List.of()).stream().map(ids::indexOf).toList())
            .toList();
    return new DagStep(header(id), Branch.only(List.of(steps)), Handlers.NONE, places, concurrent);
  }

  static DirectoryStep directory(String id, Step... steps) {
    return new DirectoryStep(header(id), Map.of(), Branch.only(List.of(steps)), Handlers.NONE);
  }

  @SafeVarargs
  static CallStep subflow(String id, UnaryOperator<StepHeader>... options) {
    return new CallStep(header(id, options), CallStep.Kind.SUBFLOW, Map.of());
  }

  static CallStep items(String id) {
    return new CallStep(header(id), CallStep.Kind.FOR_EACH_ITEM, Map.of());
  }

  @SafeVarargs
  static ExitStep exit(String id, String state, UnaryOperator<StepHeader>... options) {
    return new ExitStep(header(id, options), state);
  }

  static LabelsStep labels(String id, Object labels) {
    return new LabelsStep(header(id), labels);
  }

  static SetVariablesStep setVariables(
      String id, Map<String, @Nullable Object> variables, String overwrite) {
    return new SetVariablesStep(header(id), variables, overwrite);
  }

  static UnsetVariablesStep unsetVariables(String id, String ignoreMissing, String... variables) {
    return new UnsetVariablesStep(header(id), List.of(variables), ignoreMissing);
  }

  /** The flow with tasks that run after its end. */
  static Plan andAfter(Plan plan, Step... after) {
    return withRules(plan, new FlowRules(plan.rules().agreements(), List.of(after), Map.of()));
  }

  static Plan agreeing(Plan plan, Agreement... agreements) {
    return withRules(
        plan, new FlowRules(List.of(agreements), plan.rules().after(), plan.rules().listeners()));
  }

  static Plan withRules(Plan plan, FlowRules rules) {
    return new Plan(
        plan.flow(), plan.revision(), plan.root(), plan.outputs(), plan.variables(), rules);
  }

  /** The flow with tasks that run last of all. */
  static Plan andFinally(Plan plan, Step... last) {
    var root = (SequenceStep) andFinally((GroupStep) plan.root(), last);
    return new Plan(
        plan.flow(), plan.revision(), root, plan.outputs(), plan.variables(), plan.rules());
  }

  /** The group with error tasks. */
  static GroupStep onError(GroupStep group, Step... errors) {
    return rebuilt(group, group.header(), new Handlers(List.of(errors), group.finallySteps()));
  }

  /** The group with tasks that run last of all. */
  static GroupStep andFinally(GroupStep group, Step... last) {
    return rebuilt(group, group.header(), new Handlers(group.errors(), List.of(last)));
  }

  /** The group with other words in its header. */
  @SafeVarargs
  static GroupStep with(GroupStep group, UnaryOperator<StepHeader>... options) {
    return rebuilt(group, changed(group.header(), options), group.handlers());
  }

  private static GroupStep rebuilt(GroupStep group, StepHeader header, Handlers handlers) {
    return switch (group) {
      case SequenceStep it -> new SequenceStep(header, it.branches(), handlers);
      case TemplateStep it ->
          new TemplateStep(header, it.copy(), it.args(), it.branches(), handlers);
      case DirectoryStep it -> new DirectoryStep(header, it.properties(), it.branches(), handlers);
      case ParallelStep it -> new ParallelStep(header, it.branches(), handlers, it.concurrent());
      case DagStep it ->
          new DagStep(header, it.branches(), handlers, it.dependencies(), it.concurrent());
      case IfStep it -> new IfStep(header, it.condition(), it.branches(), handlers);
      case SwitchStep it ->
          new SwitchStep(header, it.value(), it.branches(), it.defaultBranch(), handlers);
      case LoopStep it ->
          new LoopStep(
              header, it.values(), it.order(), it.limit(), it.rounds(), it.branches(), handlers);
      case LoopUntilStep it ->
          new LoopUntilStep(header, it.condition(), it.frequency(), it.branches(), handlers);
      case PauseStep it ->
          new PauseStep(header, it.limits(), it.onPause(), it.onResume(), it.branches(), handlers);
    };
  }

  static UnaryOperator<StepHeader> runIf(String template) {
    return h ->
        new StepHeader(h.id(), h.type(), template, h.allowFailure(), h.allowWarning(), h.retry());
  }

  static UnaryOperator<StepHeader> allowFailure() {
    return h -> new StepHeader(h.id(), h.type(), h.runIf(), true, h.allowWarning(), h.retry());
  }

  static UnaryOperator<StepHeader> allowWarning() {
    return h -> new StepHeader(h.id(), h.type(), h.runIf(), h.allowFailure(), true, h.retry());
  }

  static UnaryOperator<StepHeader> retry(RetryPolicy policy) {
    return h ->
        new StepHeader(h.id(), h.type(), h.runIf(), h.allowFailure(), h.allowWarning(), policy);
  }

  /** Tries again every ten seconds. */
  static RetryPolicy everyTenSeconds(int maxAttempts) {
    return new RetryPolicy.Constant(Duration.ofSeconds(10), attempts(maxAttempts));
  }

  static Limits attempts(int max) {
    return new Limits(max, null, false, Behavior.RETRY_FAILED_TASK);
  }

  /** An execution that stops before tasks. */
  static CreateExecution stoppingAt(Breakpoint... breakpoints) {
    return new CreateExecution(
        EXECUTION,
        FLOW,
        1,
        Map.of(),
        List.of(),
        null,
        null,
        null,
        null,
        null,
        List.of(breakpoints));
  }

  /** Has a new execution try again after ten seconds. */
  static RetryPolicy again(int maxAttempts) {
    return new RetryPolicy.Constant(
        Duration.ofSeconds(10),
        new Limits(maxAttempts, null, false, Behavior.CREATE_NEW_EXECUTION));
  }

  @SafeVarargs
  private static StepHeader header(String id, UnaryOperator<StepHeader>... options) {
    return changed(new StepHeader(id, "test.Type", null, false, false, null), options);
  }

  @SafeVarargs
  private static StepHeader changed(StepHeader header, UnaryOperator<StepHeader>... options) {
    StepHeader changed = header;
    for (UnaryOperator<StepHeader> option : options) {
      changed = option.apply(changed);
    }
    return changed;
  }
}
