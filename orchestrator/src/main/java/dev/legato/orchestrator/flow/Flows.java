package dev.legato.orchestrator.flow;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.flow.FlowCompiler;
import dev.legato.language.flow.FlowParser;
import dev.legato.language.flow.ParseResult;
import dev.legato.model.flow.Concurrency;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.TemplateId;
import dev.legato.model.plan.Plan;
import dev.legato.model.trigger.TriggerState;
import dev.legato.orchestrator.flow.FlowOutcome.Exists;
import dev.legato.orchestrator.flow.FlowOutcome.IdChanged;
import dev.legato.orchestrator.flow.FlowOutcome.Invalid;
import dev.legato.orchestrator.flow.FlowOutcome.NoSuchFlow;
import dev.legato.orchestrator.flow.FlowOutcome.Saved;
import dev.legato.orchestrator.limit.Limits;
import dev.legato.orchestrator.shard.PlanSource;
import dev.legato.orchestrator.shard.UnusablePlanException;
import dev.legato.orchestrator.template.Templates;
import dev.legato.storage.Filter;
import dev.legato.storage.FlowField;
import dev.legato.storage.FlowStore;
import dev.legato.storage.Page;
import dev.legato.storage.PageRequest;
import dev.legato.storage.StoredFlow;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The flows of this installation. Sources are parsed when they are first needed; what was parsed is
 * kept for the next time. Safe for use by many threads.
 */
public final class Flows implements PlanSource, Limits {
  private static final int CACHED_REVISIONS = 10_000;

  private final FlowStore store;
  private final FlowParser parser;
  private final Templates templates;
  private final Function<Flow, List<TriggerState>> arming;
  private final InstantSource clock;
  private final RecentlyUsed<Revision, LoadedFlow> flows = new RecentlyUsed<>(CACHED_REVISIONS);
  private final Plans plans;
  private final TriggerCycles cycles =
      new TriggerCycles(id -> findToRun(id, null).map(LoadedFlow::flow));
  private final MissingSubflows subflows =
      new MissingSubflows(id -> latest(id).filter(flow -> !flow.deleted()).isPresent());

  // this process is the only one that changes flows, so it knows the newest revisions
  private final RecentlyUsed<FlowId, StoredFlow> newest = new RecentlyUsed<>(CACHED_REVISIONS);

  private final List<Consumer<FlowId>> listeners = new CopyOnWriteArrayList<>();

  private record Revision(FlowId id, int number) {}

  /**
   * @param templates that the flows use
   * @param arming how the triggers of a flow that is saved begin
   */
  public Flows(
      FlowStore store,
      FlowParser parser,
      FlowCompiler compiler,
      Templates templates,
      Function<Flow, List<TriggerState>> arming,
      InstantSource clock) {
    this.store = store;
    this.parser = parser;
    this.templates = templates;
    this.plans = new Plans(compiler, templates);
    this.arming = arming;
    this.clock = clock;
  }

  /** Reads and checks a source and stores nothing. */
  public ParseResult read(String source) {
    ParseResult parsed = parser.parse(source, templates.current());
    return parsed
        .flow()
        .map(flow -> parsed.with(cycles.in(flow)).with(subflows.among(parsed.calledFlows())))
        .orElse(parsed);
  }

  /** What is to be said about a task on its own. */
  public List<Complaint> checkTask(String source) {
    return parser.checkTask(source);
  }

  /** What is to be said about a trigger on its own. */
  public List<Complaint> checkTrigger(String source) {
    return parser.checkTrigger(source);
  }

  /** The plan of a flow that need not be stored. */
  public Plan compile(Flow flow) {
    return plans.compile(flow);
  }

  /** Tells a listener which flows get a new revision or are removed, once that is durable. */
  public void listen(Consumer<FlowId> listener) {
    listeners.add(listener);
  }

  /**
   * The same source as a draft, which may be stored before it is valid and only runs when its
   * revision is asked for.
   */
  public static String asDraft(String source) {
    return SourceProperty.set(source, "draft", "true").orElse(source);
  }

  /** Stores a flow that does not exist yet. */
  public FlowOutcome create(String source) {
    ParseResult parsed = read(source);
    Optional<Flow> flow = parsed.storable();
    if (flow.isEmpty()) {
      return new Invalid(parsed.complaints());
    }
    FlowId id = flow.get().id();
    Optional<StoredFlow> latest = latest(id);
    if (latest.isPresent() && !latest.get().deleted()) {
      return new Exists(id);
    }
    int revision = latest.map(StoredFlow::revision).orElse(0) + 1;
    Optional<LoadedFlow> added = add(flow.get().withRevision(revision), parsed);
    return added.<FlowOutcome>map(saved -> new Saved(saved, true)).orElse(new Exists(id));
  }

  /** Stores a new revision of a flow; none when the source is the same as before. */
  public FlowOutcome update(FlowId id, String source) {
    ParseResult parsed = read(source);
    Optional<Flow> flow = parsed.storable();
    if (flow.isEmpty()) {
      return new Invalid(parsed.complaints());
    }
    if (!flow.get().id().equals(id)) {
      return new IdChanged(id, flow.get().id());
    }
    while (true) {
      Optional<StoredFlow> latest = latest(id).filter(newestRevision -> !newestRevision.deleted());
      if (latest.isEmpty()) {
        return new NoSuchFlow(id);
      }
      if (latest.get().source().stripTrailing().equals(flow.get().source().stripTrailing())) {
        return new Saved(load(latest.get()), false);
      }
      int revision = latest.get().revision() + 1;
      Optional<LoadedFlow> added = add(flow.get().withRevision(revision), parsed);
      if (added.isPresent()) {
        return new Saved(added.get(), true);
      }
      newest.remove(id);
    }
  }

  /** Creates the flow or updates it. */
  public FlowOutcome save(String source) {
    FlowOutcome outcome = create(source);
    return outcome instanceof Exists exists ? update(exists.id(), source) : outcome;
  }

  /**
   * Removes a flow; its revisions and executions stay.
   *
   * @return false when there is none
   */
  public boolean delete(FlowId id) {
    while (true) {
      Optional<StoredFlow> latest = latest(id).filter(flow -> !flow.deleted());
      if (latest.isEmpty()) {
        return false;
      }
      StoredFlow last = latest.get();
      var removal =
          new StoredFlow(
              id,
              last.revision() + 1,
              last.source(),
              true,
              last.disabled(),
              last.description(),
              last.labels(),
              clock.instant());
      newest.remove(id);
      if (store.add(removal, List.of())) {
        changed(id);
        return true;
      }
    }
  }

  /** The newest revision; empty when the flow does not exist or was removed. */
  public Optional<LoadedFlow> find(FlowId id) {
    return latest(id).filter(flow -> !flow.deleted()).map(this::load);
  }

  /** A certain revision, also of a flow that was removed. */
  public Optional<LoadedFlow> find(FlowId id, int revision) {
    Optional<LoadedFlow> known = flows.get(new Revision(id, revision));
    return known.isPresent() ? known : store.find(id, revision).map(this::load);
  }

  /**
   * What an execution of the flow runs: a certain revision, or the newest one that is no draft.
   *
   * @return empty when the flow or the revision does not exist, or the flow was removed
   */
  public Optional<LoadedFlow> findToRun(FlowId id, @Nullable Integer revision) {
    Optional<LoadedFlow> newest = find(id);
    if (newest.isEmpty() || revision == null) {
      return newest.flatMap(this::withoutDrafts);
    }
    // a revision of a removed flow does not come back to life
    return find(id, revision).filter(found -> !found.stored().deleted());
  }

  private Optional<LoadedFlow> withoutDrafts(LoadedFlow newest) {
    Optional<LoadedFlow> found = Optional.of(newest);
    while (found.isPresent() && (found.get().isDraft() || found.get().stored().deleted())) {
      found = before(found.get());
    }
    return found;
  }

  /** Also that of a flow that was removed, because its executions go on. */
  @Override
  public Optional<Concurrency> of(FlowId flow) {
    Optional<LoadedFlow> found = latest(flow).map(this::load);
    while (found.isPresent()) {
      Flow read = found.get().flow();
      if (read != null && !read.draft()) {
        return Optional.ofNullable(read.concurrency());
      }
      found = before(found.get());
    }
    return Optional.empty();
  }

  /** The revision before another one; there may be gaps between them. */
  private Optional<LoadedFlow> before(LoadedFlow flow) {
    return store.before(flow.stored().id(), flow.stored().revision()).map(this::load);
  }

  /**
   * Forgets revisions. The newest one stays: it says whether the flow exists.
   *
   * @return how many there were
   */
  public int deleteRevisions(FlowId id, Collection<Integer> revisions) {
    int removed = store.removeRevisions(id, revisions);
    revisions.forEach(revision -> flows.remove(new Revision(id, revision)));
    return removed;
  }

  /** Oldest first; empty when there is no such flow. */
  public List<LoadedFlow> revisions(FlowId id) {
    return store.revisions(id).stream().map(this::load).toList();
  }

  /** Newest revisions that match all filters. */
  public Page<LoadedFlow> search(List<Filter<FlowField>> filters, PageRequest<FlowField> page) {
    Page<StoredFlow> found = store.search(filters, page);
    return new Page<>(found.results().stream().map(this::load).toList(), found.total());
  }

  /** Namespaces that hold at least one flow, sorted. */
  public List<String> namespaces() {
    return store.namespaces();
  }

  /** Checks a text with one or several documents and stores nothing. */
  public List<Validation> validate(String documents) {
    var validations = new ArrayList<Validation>();
    List<String> sources = Documents.split(documents);
    for (int i = 0; i < sources.size(); i++) {
      validations.add(validate(i, sources.get(i)));
    }
    return validations;
  }

  @Override
  public Plan plan(FlowId id, int revision) {
    return plans.current(id, revision, () -> valid(id, revision));
  }

  @Override
  public Plan plan(FlowId id, int revision, Map<TemplateId, Integer> used) {
    return plans.frozen(id, revision, used, () -> valid(id, revision));
  }

  private Flow valid(FlowId id, int revision) {
    LoadedFlow loaded =
        find(id, revision)
            .orElseThrow(
                () ->
                    new UnusablePlanException(
                        "Revision %d of flow '%s' does not exist.".formatted(revision, id)));
    Flow flow = loaded.flow();
    if (flow == null) {
      throw new UnusablePlanException(
          "Revision %d of flow '%s' is not valid: %s".formatted(revision, id, loaded.reason()));
    }
    return flow;
  }

  private Validation validate(int index, String source) {
    ParseResult parsed = read(source);
    FlowId id = parsed.id().orElse(null);
    boolean outdated =
        parsed.declaresRevision()
            && parsed.flow().isPresent()
            && latest(parsed.flow().get().id())
                .map(flow -> parsed.flow().get().revision() != flow.revision() + 1)
                .orElse(false);
    return new Validation(index, id, parsed.complaints(), outdated);
  }

  private Optional<StoredFlow> latest(FlowId id) {
    Optional<StoredFlow> known = newest.get(id);
    if (known.isPresent()) {
      return known;
    }
    Optional<StoredFlow> stored = store.latest(id);
    stored.ifPresent(flow -> newest.keep(id, flow));
    return stored;
  }

  private Optional<LoadedFlow> add(Flow flow, ParseResult parsed) {
    var stored =
        new StoredFlow(
            flow.id(),
            flow.revision(),
            flow.source(),
            false,
            flow.disabled(),
            flow.description(),
            flow.labels(),
            clock.instant());
    if (!store.add(stored, triggers(flow))) {
      return Optional.empty();
    }
    newest.keep(flow.id(), stored);
    Flow valid = parsed.flow().isPresent() ? flow : null;
    var loaded = new LoadedFlow(stored, valid, flow.draft(), parsed.complaints());
    flows.keep(new Revision(flow.id(), flow.revision()), loaded);
    changed(flow.id());
    return Optional.of(loaded);
  }

  /** A draft leaves the triggers of the flow as the newest revision that is none has them. */
  private List<TriggerState> triggers(Flow flow) {
    return flow.draft()
        ? findToRun(flow.id(), null).map(LoadedFlow::flow).map(arming).orElse(List.of())
        : arming.apply(flow);
  }

  private void changed(FlowId id) {
    listeners.forEach(listener -> listener.accept(id));
  }

  private LoadedFlow load(StoredFlow stored) {
    var key = new Revision(stored.id(), stored.revision());
    return flows.get(key).orElseGet(() -> flows.keep(key, parse(stored)));
  }

  private LoadedFlow parse(StoredFlow stored) {
    ParseResult parsed = parser.parse(stored.source());
    Flow flow = parsed.flow().map(read -> read.withRevision(stored.revision())).orElse(null);
    boolean draft = parsed.sketch().map(Flow::draft).orElse(false);
    return new LoadedFlow(stored, flow, draft, parsed.complaints());
  }
}
