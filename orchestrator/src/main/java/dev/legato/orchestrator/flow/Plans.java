package dev.legato.orchestrator.flow;

import dev.legato.language.flow.FlowCompiler;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.TemplateId;
import dev.legato.model.plan.Plan;
import dev.legato.orchestrator.template.Templates;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Plans that were made, for the next time. Safe for use by many threads. */
final class Plans {
  private static final int CURRENT = 10_000;
  private static final int EARLIER = 1_000;

  private final FlowCompiler compiler;
  private final Templates templates;
  private final RecentlyUsed<Revision, Current> current = new RecentlyUsed<>(CURRENT);
  private final RecentlyUsed<Frozen, Plan> earlier = new RecentlyUsed<>(EARLIER);

  private record Revision(FlowId id, int number) {}

  private record Current(long changes, Plan plan) {}

  private record Frozen(Revision revision, Map<TemplateId, Integer> templates) {}

  Plans(FlowCompiler compiler, Templates templates) {
    this.compiler = compiler;
    this.templates = templates;
  }

  /** The plan of a flow that need not be stored. */
  Plan compile(Flow flow) {
    return compiler.compile(flow, templates.current());
  }

  /**
   * The plan with templates as they are now.
   *
   * @param flow is asked when the plan is not known
   */
  Plan current(FlowId id, int revision, Supplier<Flow> flow) {
    var key = new Revision(id, revision);
    long changes = templates.changes();
    Optional<Plan> known =
        current
            .get(key)
            .filter(made -> made.plan().templates().isEmpty() || made.changes() == changes)
            .map(Current::plan);
    return known.isPresent()
        ? known.get()
        : current.keep(key, new Current(changes, compile(flow.get()))).plan();
  }

  /**
   * The plan with certain revisions of templates.
   *
   * @param flow is asked when the plan is not known
   */
  Plan frozen(FlowId id, int revision, Map<TemplateId, Integer> used, Supplier<Flow> flow) {
    Plan newest = current(id, revision, flow);
    if (newest.templates().isEmpty() || newest.templates().equals(used)) {
      return newest;
    }
    var key = new Frozen(new Revision(id, revision), Map.copyOf(used));
    Optional<Plan> known = earlier.get(key);
    if (known.isPresent()) {
      return known.get();
    }
    Plan plan = compiler.compile(flow.get(), templates.asOf(used));
    return plan.templates().equals(used) ? earlier.keep(key, plan) : plan; // else some are current
  }
}
