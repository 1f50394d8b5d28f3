package dev.legato.language.expression.function;

import dev.legato.language.expression.runtime.Call;
import dev.legato.language.expression.runtime.ExpressionFunction;
import dev.legato.language.expression.runtime.Signature;
import dev.legato.language.expression.runtime.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions about the execution that the expression belongs to. */
final class Contextual {
  private Contextual() {}

  static List<ExpressionFunction> all() {
    return List.of(
        ExpressionFunction.of(
            Signature.of(
                "render", "Renders text, a list or a map: render(vars.a)", "toRender", "recursive"),
            call ->
                call.renderer().render(call.argument("toRender"), call.flag("recursive", true))),
        ExpressionFunction.of(
            Signature.of("renderOnce", "Renders once; what comes out is not rendered", "toRender"),
            call -> call.renderer().render(call.argument("toRender"), false)),
        ExpressionFunction.of(Signature.of("printContext", "All variables"), Call::variables),
        ExpressionFunction.of(Signature.of("fetchContext", "All variables"), Call::variables),
        ExpressionFunction.of(
            Signature.of("env", "An entry of envs: env('region', 'eu')", "name", "default"),
            Contextual::env),
        ExpressionFunction.of(
            Signature.of(
                "currentEachOutput", "The output of a sibling in this iteration", "outputs"),
            Contextual::currentEachOutput),
        ExpressionFunction.of(
            Signature.of("parentOutput", "Outputs of an ancestor; 0 is the outermost", "index"),
            Contextual::parentOutput),
        ExpressionFunction.of(
            Signature.of(
                "iterationOutput", "The value output of another iteration", "taskId", "iteration"),
            Contextual::iterationOutput),
        ExpressionFunction.of(
            Signature.of(
                "loopOutputs",
                "One output over all iterations, null where absent",
                "outputs",
                "name"),
            Contextual::loopOutputs),
        ExpressionFunction.of(
            Signature.of(
                "tasksWithState", "The task runs in a state: tasksWithState('FAILED')", "state"),
            Contextual::tasksWithState));
  }

  private static @Nullable Object env(Call call) {
    Object value = at(call.variables(), "envs", call.text("name"));
    if (value == null && !call.named().containsKey("default")) {
      throw call.fail("found no such environment variable, and no default is given");
    }
    return value == null ? call.argument("default") : value;
  }

  /** Walks maps by key; null as soon as something is missing. */
  private static @Nullable Object at(@Nullable Object from, String... keys) {
    Object value = from;
    for (String key : keys) {
      value = value instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return value;
  }

  private static @Nullable Object currentEachOutput(Call call) {
    Object found = call.required("outputs");
    for (Object value : loopValues(call)) {
      Map<?, ?> outputs = call.mapInput(found);
      String key = Texts.key(value, call.budget());
      if (!outputs.containsKey(key)) {
        throw call.fail("found no output for the current iteration");
      }
      found = outputs.get(key);
      if (found == null) {
        return null;
      }
    }
    return found;
  }

  /** Values of the loops around this task, the outermost first. */
  private static List<Object> loopValues(Call call) {
    List<Object> values = new ArrayList<>();
    for (Object parent : parents(call).reversed()) {
      Object value = at(parent, "taskrun", "value");
      if (value != null) {
        values.add(value);
      }
    }
    Object own = at(call.variables(), "taskrun", "value");
    if (own != null) {
      values.add(own);
    }
    return values;
  }

  private static List<?> parents(Call call) {
    return call.variables().get("parents") instanceof List<?> parents ? parents : List.of();
  }

  private static @Nullable Object parentOutput(Call call) {
    List<?> parents = parents(call);
    long index = call.integer("index", 0);
    if (index < 0 || index >= parents.size()) {
      throw call.fail("has %d ancestors, none at that index".formatted(parents.size()));
    }
    return at(parents.get(parents.size() - 1 - (int) index), "outputs");
  }

  /** The engine tells what each iteration of the innermost loop sees as {@code outputs}. */
  private static @Nullable Object iterationOutput(Call call) {
    Object iterations = call.variables().get("iterations");
    if (!(at(iterations, "current") instanceof Number current)
        || !(at(iterations, "outputs") instanceof List<?> outputs)) {
      throw call.fail("works inside a loop only");
    }
    long wanted = call.integer("iteration", current.longValue() - 1);
    String task =
        call.text("taskId", Texts.print(at(call.variables(), "task", "id"), call.budget()));
    if (wanted < 0 || wanted >= outputs.size()) {
      throw call.fail("found no iteration %d; the loop has %d".formatted(wanted, outputs.size()));
    }
    if (at(outputs.get((int) wanted), task) instanceof Map<?, ?> found) {
      return found.get("value");
    }
    throw call.fail("found no outputs of '%s' in iteration %d".formatted(task, wanted));
  }

  private static List<@Nullable Object> loopOutputs(Call call) {
    Object outputs = call.required("outputs");
    String name = call.text("name");
    Iterable<?> iterations =
        outputs instanceof Map<?, ?> map ? map.values() : call.listInput(outputs);
    List<@Nullable Object> found = new ArrayList<>();
    for (Object iteration : iterations) {
      call.budget().step();
      Object nested = at(iteration, "outputs", name);
      found.add(nested == null ? at(iteration, name) : nested);
    }
    return found;
  }

  private static List<Object> tasksWithState(Call call) {
    String state = call.text("state");
    List<Object> found = new ArrayList<>();
    if (call.variables().get("tasks") instanceof Map<?, ?> tasks) {
      tasks.forEach((task, runs) -> collect(task, null, runs, state, call, found));
    }
    return found;
  }

  private static void collect(
      @Nullable Object task,
      @Nullable Object value,
      @Nullable Object run,
      String state,
      Call call,
      List<Object> found) {
    call.budget().step();
    if (!(run instanceof Map<?, ?> map)) {
      return;
    }
    if (map.get("state") instanceof String actual) {
      if (actual.equalsIgnoreCase(state)) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("taskId", task);
        entry.put("state", actual);
        if (value != null) {
          entry.put("value", value);
        }
        found.add(entry);
      }
    } else if (value == null) {
      map.forEach((key, inner) -> collect(task, key, inner, state, call, found));
    }
  }
}
