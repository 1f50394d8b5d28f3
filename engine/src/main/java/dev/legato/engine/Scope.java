package dev.legato.engine;

import dev.legato.model.execution.ExecutionOrigin;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.Ids;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Label;
import dev.legato.model.plan.Step.TemplateStep;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The variables that expressions see; see the reference page on expressions for their meaning.
 *
 * <p>A view: a variable is put together when an expression asks for it, because every task run has
 * a scope and most expressions read one or two variables. Any thread may read it.
 */
final class Scope extends AbstractMap<String, @Nullable Object> {
  private static final List<String> NAMES =
      List.of(
          "flow",
          "execution",
          "inputs",
          "vars",
          "labels",
          "outputs",
          "tasks",
          "trigger",
          "task",
          "taskrun",
          "parents",
          "parent",
          "schedule",
          "item");

  /** What {@code RoundsOf} comes with; not for people. */
  private static final String ROUNDS = "rounds";

  /** What {@code iterationOutput} looks at; not for people. */
  private static final String ITERATIONS = "iterations";

  /** Whatever the era of its spelling. */
  private static final Pattern SCHEDULE_TYPE = Pattern.compile("(.*\\.)?Schedule");

  private final ExecutionState state;
  private final ExecutionRecord header;
  private final @Nullable TaskRun run;
  private final TaskRun.@Nullable Past past;
  private final RoundPath rounds;

  private Scope(
      ExecutionState state, @Nullable TaskRun run, TaskRun.@Nullable Past past, RoundPath rounds) {
    this.state = state;
    this.header = state.header();
    this.run = run;
    this.past = past;
    this.rounds = rounds;
  }

  /** For expressions of the flow itself, such as its outputs. */
  static Map<String, @Nullable Object> ofFlow(ExecutionState state) {
    return new Scope(state, null, null, RoundPath.NOWHERE);
  }

  /** For expressions of a task, as things stand now. */
  static Map<String, @Nullable Object> ofTaskRun(ExecutionState state, TaskRun run) {
    return ofTaskRun(state, run, run.past());
  }

  /** For expressions of a task run that may have ended, with what it went through. */
  static Map<String, @Nullable Object> ofTaskRun(
      ExecutionState state, TaskRun run, TaskRun.Past past) {
    return new Scope(state, run, past, RoundPath.of(run));
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    if (!(name instanceof String variable)) {
      return null;
    }
    return switch (variable) {
      case "flow" -> flow();
      case "execution" -> execution();
      case "inputs" -> header.inputs();
      case "vars" -> Variables.of(state);
      case "labels" -> labels();
      case "outputs" -> StepView.outputs(state, rounds, renamed());
      case "tasks" -> StepView.states(state, rounds, renamed());
      case "trigger" -> trigger();
      case "task" -> task();
      case "taskrun" -> taskRun();
      case "parents" -> parents();
      case "parent" -> parent();
      case "schedule" -> schedule();
      case "item" -> rounds.item();
      case ROUNDS -> roundScopes();
      case ITERATIONS -> iterations();
      default -> null;
    };
  }

  /** What the templates round this task call their tasks, where the plan calls them otherwise. */
  private Map<String, String> renamed() {
    Map<String, String> renamed = Map.of();
    TaskRun group = run == null ? null : run.parent.run;
    for (; group != null; group = group.parent.run) {
      if (group.step() instanceof TemplateStep template && !template.copy().renamed().isEmpty()) {
        var outer = new LinkedHashMap<>(template.copy().renamed());
        outer.putAll(renamed);
        renamed = outer;
      }
    }
    return renamed;
  }

  /** The variables of each round of this loop. */
  private @Nullable List<Map<String, @Nullable Object>> roundScopes() {
    Group loop = run == null ? null : run.group();
    if (loop == null || !loop.hasRounds() || loop.items == null) {
      return null;
    }
    int count = loop.items.size();
    return new AbstractList<>() {
      @Override
      public Map<String, @Nullable Object> get(int round) {
        return new Scope(state, null, null, rounds.into(loop, round));
      }

      @Override
      public int size() {
        return count;
      }
    };
  }

  /** Which iteration of the innermost loop this is, and the outputs as each of them sees them. */
  private @Nullable Map<String, Object> iterations() {
    RoundPath path = RoundPath.ofEveryLoop(run);
    if (path.rounds().isEmpty()) {
      return null;
    }
    RoundPath.Round here = path.rounds().getFirst();
    int count = here.loop().items == null ? 0 : here.loop().items.size();
    var outputs =
        new AbstractList<Map<String, @Nullable Object>>() {
          @Override
          public Map<String, @Nullable Object> get(int iteration) {
            return StepView.outputs(state, path.inRound(iteration), renamed());
          }

          @Override
          public int size() {
            return count;
          }
        };
    var iterations = new LinkedHashMap<String, Object>();
    iterations.put("current", here.iteration());
    iterations.put("outputs", outputs);
    return iterations;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return get(name) != null;
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    var present = new LinkedHashMap<String, @Nullable Object>();
    for (String name : NAMES) {
      Object value = get(name);
      if (value != null) {
        present.put(name, value);
      }
    }
    return present.entrySet();
  }

  private Map<String, Object> flow() {
    FlowId flow = state.plan().flow();
    var variables = new LinkedHashMap<String, Object>();
    variables.put("id", flow.id());
    variables.put("namespace", flow.namespace());
    variables.put("revision", state.plan().revision());
    return variables;
  }

  private Map<String, Object> execution() {
    var variables = new LinkedHashMap<String, Object>();
    variables.put("id", header.id().value());
    variables.put("startDate", header.history().start().toString());
    variables.put("originalId", header.originalId().value());
    variables.put("state", header.status().name());
    if (header.outputs() != null) {
      variables.put("outputs", header.outputs());
    }
    return variables;
  }

  private Map<String, Object> labels() {
    var byKey = new LinkedHashMap<String, Object>();
    var system = new LinkedHashMap<String, Object>();
    for (Label label : header.labels()) {
      if (label.isSystem()) {
        system.putIfAbsent(label.key().substring(Label.SYSTEM_PREFIX.length()), label.value());
      } else {
        byKey.putIfAbsent(label.key(), label.value());
      }
    }
    if (!system.isEmpty()) {
      byKey.put("system", system);
    }
    return byKey;
  }

  private @Nullable Map<String, @Nullable Object> trigger() {
    ExecutionOrigin origin = header.origin();
    return origin == null ? null : origin.variables();
  }

  /** The older name of {@code trigger}, for executions that a schedule has started. */
  private @Nullable Map<String, @Nullable Object> schedule() {
    ExecutionOrigin origin = header.origin();
    return origin != null && SCHEDULE_TYPE.matcher(origin.type()).matches() ? trigger() : null;
  }

  private @Nullable Map<String, Object> task() {
    if (run == null) {
      return null;
    }
    var variables = new LinkedHashMap<String, Object>();
    variables.put("id", run.step().id());
    variables.put("type", run.step().header().type());
    return variables;
  }

  private @Nullable Map<String, Object> taskRun() {
    if (run == null || past == null) {
      return null;
    }
    var variables = new LinkedHashMap<String, Object>();
    variables.put("id", Ids.taskRun(header.id(), run.sequence));
    variables.put("startDate", past.history().start().toString());
    variables.put("attemptsCount", past.endedAttempts());
    if (run.parent.run != null) {
      variables.put("parentId", Ids.taskRun(header.id(), run.parent.run.sequence));
    }
    String value = run.value();
    if (value != null) {
      variables.put("value", value);
      variables.put("iteration", run.iteration);
    }
    return variables;
  }

  private @Nullable Object parent() {
    List<Map<String, Object>> parents = parents();
    return parents == null || parents.isEmpty() ? null : parents.getFirst();
  }

  /** From the nearest group to the farthest; those that have nothing to tell are left out. */
  private @Nullable List<Map<String, Object>> parents() {
    if (run == null || run.parent.run == null) {
      return null;
    }
    var parents = new ArrayList<Map<String, Object>>();
    for (TaskRun group = run.parent.run; group != null; group = group.parent.run) {
      var parent = new LinkedHashMap<String, Object>();
      String value = group.value();
      if (value != null) {
        parent.put("taskrun", Map.of("value", value));
      }
      if (!group.outputs.isEmpty()) {
        parent.put("outputs", group.outputs);
      }
      if (!parent.isEmpty()) {
        parent.put("task", Map.of("id", group.step().id()));
        parents.add(parent);
      }
    }
    return parents;
  }

  /** Not the values, which are nobody's business in a log of the server. */
  @Override
  public String toString() {
    return "the variables of " + (run == null ? header.id() : run.step().id());
  }
}
