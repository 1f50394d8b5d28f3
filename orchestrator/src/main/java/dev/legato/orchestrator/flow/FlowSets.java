package dev.legato.orchestrator.flow;

import dev.legato.language.complaint.Complaint;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.orchestrator.flow.FlowOutcome.Saved;
import dev.legato.orchestrator.flow.FlowSetOutcome.Mistake;
import dev.legato.orchestrator.flow.FlowSetOutcome.Refused;
import dev.legato.orchestrator.flow.FlowSetOutcome.Replaced;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.FlowField;
import dev.legato.storage.Page;
import dev.legato.storage.PageRequest;
import dev.legato.storage.PageRequest.Sort;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes several flows together. All are checked before the first is stored. */
public final class FlowSets {
  private static final int PAGE = 1_000;
  private static final List<Sort<FlowField>> IN_ORDER =
      List.of(new Sort<>(FlowField.NAMESPACE, false), new Sort<>(FlowField.ID, false));

  private final Flows flows;

  public FlowSets(Flows flows) {
    this.flows = flows;
  }

  /**
   * Sources that are to be all there is.
   *
   * @param namespace that all flows must be in; absent for any
   * @param children whether namespaces below it are fine, too
   * @param moved whether flows of another namespace are moved to it instead of being refused
   * @param delete whether flows that no source names are removed: those of the namespace, or those
   *     of all namespaces that the sources name
   */
  public record Replacement(
      List<String> sources,
      @Nullable String namespace,
      boolean children,
      boolean moved,
      boolean delete) {}

  /** Creates and updates flows, and removes the others when that is asked for. */
  public FlowSetOutcome replace(Replacement wanted) {
    var mistakes = new ArrayList<Mistake>();
    var checked = new ArrayList<Flow>();
    var seen = new HashSet<FlowId>();
    for (int i = 0; i < wanted.sources().size(); i++) {
      Optional<Flow> flow = check(i, wanted, mistakes);
      if (flow.isPresent()) {
        checked.add(flow.get());
        if (!seen.add(flow.get().id())) {
          mistakes.add(
              new Mistake(i, null, "id", "Flow '%s' is there twice.".formatted(flow.get().id())));
        }
      }
    }
    if (!mistakes.isEmpty()) {
      return new Refused(mistakes);
    }
    List<LoadedFlow> saved = checked.stream().map(this::save).toList();
    return new Replaced(saved, wanted.delete() ? removeOthers(wanted, seen) : List.of());
  }

  private Optional<Flow> check(int index, Replacement wanted, List<Mistake> mistakes) {
    String source = wanted.sources().get(index);
    if (wanted.moved() && wanted.namespace() != null) {
      source = SourceProperty.set(source, "namespace", wanted.namespace()).orElse(source);
    }
    var parsed = flows.read(source);
    parsed.complaints().stream()
        .filter(Complaint::isError)
        .forEach(
            error ->
                mistakes.add(
                    new Mistake(index, error.code().name(), error.path(), error.toString())));
    parsed
        .flow()
        .map(flow -> flow.id().namespace())
        .filter(namespace -> !isIn(namespace, wanted))
        .ifPresent(
            namespace ->
                mistakes.add(
                    new Mistake(
                        index,
                        null,
                        "namespace",
                        "The flow is in namespace '%s', not in '%s'."
                            .formatted(namespace, wanted.namespace()))));
    return parsed.flow();
  }

  private static boolean isIn(String namespace, Replacement wanted) {
    String parent = wanted.namespace();
    return parent == null
        || namespace.equals(parent)
        || (wanted.children() && namespace.startsWith(parent + "."));
  }

  private LoadedFlow save(Flow flow) {
    if (flows.save(flow.source()) instanceof Saved saved) {
      return saved.flow();
    }
    throw new IllegalStateException(
        "Expected to save flow %s, which was checked, but it was refused".formatted(flow.id()));
  }

  private List<LoadedFlow> removeOthers(Replacement wanted, Set<FlowId> kept) {
    Set<String> namespaces =
        wanted.namespace() == null
            ? kept.stream().map(FlowId::namespace).collect(Collectors.toSet())
            : Set.of(wanted.namespace());
    var operator = wanted.children() ? Operator.PREFIX : Operator.EQUALS;
    return namespaces.stream()
        .sorted()
        .flatMap(namespace -> all(Filter.of(FlowField.NAMESPACE, operator, namespace)).stream())
        .filter(flow -> !kept.contains(flow.stored().id()))
        .filter(flow -> flows.delete(flow.stored().id()))
        .toList();
  }

  private List<LoadedFlow> all(Filter<FlowField> filter) {
    var all = new ArrayList<LoadedFlow>();
    Page<LoadedFlow> found;
    int page = 1;
    do {
      found = flows.search(List.of(filter), new PageRequest<>(page++, PAGE, IN_ORDER));
      all.addAll(found.results());
    } while (found.results().size() == PAGE);
    return all;
  }

  /**
   * The source of a flow that is switched on or off, the rest as its author wrote it.
   *
   * @return empty when the source cannot be changed without its author
   */
  public Optional<String> switched(LoadedFlow flow, boolean disabled) {
    return SourceProperty.set(flow.stored().source(), "disabled", Boolean.toString(disabled))
        .filter(
            source ->
                flows
                    .read(source)
                    .flow()
                    .filter(read -> read.disabled() == disabled)
                    .filter(read -> read.id().equals(flow.stored().id()))
                    .isPresent());
  }
}
