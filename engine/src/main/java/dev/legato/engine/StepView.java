package dev.legato.engine;

import dev.legato.model.plan.Plan;
import dev.legato.model.plan.StepPosition;
import dev.legato.model.plan.StepPosition.Section;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Task id → what is known of its task run, as expressions address it: below a loop there is one
 * more level, loop value → what is known, present once the first task run of the step exists. A
 * view, not a copy: looking something up costs the same in a loop of three and in a loop of a
 * million.
 */
final class StepView extends AbstractMap<String, @Nullable Object> {
  private final Plan plan;
  private final Group root;
  private final RoundPath here;
  private final Map<String, String> renamed;
  private final Function<TaskRun, @Nullable Object> leaf;

  /**
   * @param here inside these rounds their loops add no level
   * @param renamed ids of the plan by those that the expression knows, where they differ
   * @param leaf what to show of a task run, null for nothing yet
   */
  StepView(
      ExecutionState state,
      RoundPath here,
      Map<String, String> renamed,
      Function<TaskRun, @Nullable Object> leaf) {
    this.plan = state.plan();
    this.root = state.root();
    this.here = here;
    this.renamed = renamed;
    this.leaf = leaf;
  }

  /** The {@code outputs} of task runs that ended, and of groups from their start. */
  static StepView outputs(ExecutionState state, RoundPath here, Map<String, String> renamed) {
    return new StepView(
        state,
        here,
        renamed,
        run -> {
          boolean readable = run.status().isTerminal() || run.group() != null;
          return readable ? run.outputs : null; // in this order: outputs are set before the status
        });
  }

  /** The {@code tasks} variable: the state of each task run. */
  static StepView states(ExecutionState state, RoundPath here, Map<String, String> renamed) {
    return new StepView(state, here, renamed, run -> Map.of("state", run.status().name()));
  }

  @Override
  public @Nullable Object get(@Nullable Object stepId) {
    return stepId instanceof String id
        ? plan.position(renamed.getOrDefault(id, id))
            .map(target -> resolve(root, chain(target)))
            .orElse(null)
        : null;
  }

  @Override
  public boolean containsKey(@Nullable Object stepId) {
    return get(stepId) != null;
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    var found = new LinkedHashMap<String, @Nullable Object>();
    for (String id : plan.positions().keySet()) {
      Object value = get(id);
      if (value != null) {
        found.put(id, value);
      }
    }
    return found.entrySet();
  }

  /** From the top of the flow down to the step. */
  private List<StepPosition> chain(StepPosition target) {
    Deque<StepPosition> chain = new ArrayDeque<>();
    StepPosition position = target;
    chain.push(position);
    while (position.parent() != null) {
      position = plan.position(position.parent().id()).orElseThrow();
      chain.push(position);
    }
    return new ArrayList<>(chain);
  }

  private @Nullable Object resolve(Group group, List<StepPosition> chain) {
    StepPosition next = chain.getFirst();
    int round = here.iterationOf(group);
    if (round != TaskRun.NO_ITERATION && next.section() == Section.TASKS) {
      return resolve(group.child(next, round), chain);
    }
    if (group.isLoop() && next.section() == Section.TASKS) {
      return group.hasReached(chain.getLast().step().id()) ? new LoopView(group, chain) : null;
    }
    return resolve(group.child(next, 0), chain);
  }

  private @Nullable Object resolve(@Nullable TaskRun run, List<StepPosition> chain) {
    if (run == null) {
      return null;
    }
    if (chain.size() == 1) {
      return leaf.apply(run);
    }
    Group group = run.group();
    return group == null ? null : resolve(group, chain.subList(1, chain.size()));
  }

  /** Loop value → what is known, in the order of the values. */
  private final class LoopView extends AbstractMap<String, @Nullable Object> {
    private final Group loop;
    private final List<StepPosition> chain;

    LoopView(Group loop, List<StepPosition> chain) {
      this.loop = loop;
      this.chain = chain;
    }

    @Override
    public @Nullable Object get(@Nullable Object value) {
      var iteration = loop.iterationOf(String.valueOf(value));
      return iteration.isPresent() ? at(iteration.getAsInt()) : null;
    }

    @Override
    public boolean containsKey(@Nullable Object value) {
      return get(value) != null;
    }

    @Override
    public boolean isEmpty() {
      return !entrySet().iterator().hasNext();
    }

    private @Nullable Object at(int iteration) {
      return resolve(loop.child(chain.getFirst(), iteration), chain);
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
      return new AbstractSet<>() {
        @Override
        public Iterator<Entry<String, @Nullable Object>> iterator() {
          return new LoopIterator(LoopView.this);
        }

        @Override
        public int size() {
          int size = 0;
          for (var entries = iterator(); entries.hasNext(); entries.next()) {
            size++;
          }
          return size;
        }
      };
    }
  }

  private static final class LoopIterator implements Iterator<Map.Entry<String, @Nullable Object>> {
    private final LoopView view;
    private final int count;
    private int iteration;

    LoopIterator(LoopView view) {
      this.view = view;
      this.count = view.loop.items == null ? 0 : view.loop.items.size();
    }

    @Override
    public boolean hasNext() {
      while (iteration < count && view.at(iteration) == null) {
        iteration++;
      }
      return iteration < count;
    }

    @Override
    public Map.Entry<String, @Nullable Object> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      int current = iteration++;
      return new AbstractMap.SimpleImmutableEntry<>(view.loop.label(current), view.at(current));
    }
  }
}
