package dev.legato.engine;

import dev.legato.model.plan.Step.DagStep;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which children of a DAG may start: each once all that it depends on have ended. */
final class DagOrder {
  private final List<List<Integer>> dependants = new ArrayList<>();
  private final int[] missing;
  private final BitSet opened = new BitSet();
  private final BitSet ready = new BitSet();

  DagOrder(DagStep step) {
    List<List<Integer>> dependencies = step.dependencies();
    this.missing = new int[dependencies.size()];
    dependencies.forEach(_ -> dependants.add(new ArrayList<>()));
    for (int child = 0; child < missing.length; child++) {
      List<Integer> needed = dependencies.get(child);
      missing[child] = needed.size();
      for (int dependency : needed) {
        dependants.get(dependency).add(child);
      }
      ready.set(child, needed.isEmpty());
    }
  }

  /** A child that may start and has not; −1 when there is none. */
  int next() {
    return ready.nextSetBit(0);
  }

  boolean allOpened() {
    return opened.cardinality() == missing.length;
  }

  void opened(int child) {
    opened.set(child);
    ready.clear(child);
  }

  void ended(int child) {
    for (int dependant : dependants.get(child)) {
      if (--missing[dependant] == 0 && !opened.get(dependant)) {
        ready.set(dependant);
      }
    }
  }
}
