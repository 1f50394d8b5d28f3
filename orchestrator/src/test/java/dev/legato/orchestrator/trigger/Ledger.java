package dev.legato.orchestrator.trigger;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.FlowId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that happened in a simulation of schedules, for those who check it afterwards. */
final class Ledger {
  private final List<Era> eras = new ArrayList<>();
  private final List<Firing> firings = new ArrayList<>();
  private final List<ExecutionId> overlapped = new ArrayList<>();
  private final List<Instant> starts = new ArrayList<>();
  private final List<SwitchedOn> switches = new ArrayList<>();
  private final Map<Integer, Filling> fillings = new LinkedHashMap<>();
  private final Map<FlowId, Timeline> timelines = new LinkedHashMap<>();

  /** How long a definition was in force. */
  static final class Era {
    final Definition definition;
    final Instant from;
    Instant to = Instant.MAX;

    Era(Definition definition, Instant from) {
      this.definition = definition;
      this.from = from;
    }
  }

  /**
   * An execution was created.
   *
   * @param backfill for which one; 0 for the schedule itself
   */
  record Firing(FlowId flow, int revision, Instant date, int backfill, Instant at) {}

  /** Somebody switched a trigger on. */
  record SwitchedOn(FlowId flow, Instant off, Instant on) {}

  /**
   * A backfill that somebody asked for.
   *
   * @param givenUp whether people ended it before it was done
   */
  record Filling(FlowId flow, int revision, Instant start, Instant end, boolean givenUp) {}

  void saved(Definition definition, Instant at) {
    eras(definition.flow()).forEach(era -> end(era, at));
    eras.add(new Era(definition, at));
  }

  void deleted(FlowId flow, Instant at) {
    eras(flow).forEach(era -> end(era, at));
  }

  private void end(Era era, Instant at) {
    if (era.to.equals(Instant.MAX)) {
      era.to = at;
      fillings.replaceAll(
          (_, filling) ->
              filling.flow().equals(era.definition.flow()) ? givenUp(filling) : filling);
    }
  }

  void fired(Firing firing) {
    firings.add(firing);
  }

  /** Something has started although the trigger waited for this execution, which still runs. */
  void overlaps(ExecutionId running) {
    overlapped.add(running);
  }

  /** Executions during which their trigger has fired, and must not. */
  List<ExecutionId> overlapped() {
    return overlapped;
  }

  void started(Instant at) {
    starts.add(at);
  }

  void switchedOn(FlowId flow, Instant off, Instant on) {
    switches.add(new SwitchedOn(flow, off, on));
  }

  void fills(int number, Filling filling) {
    fillings.put(number, filling);
  }

  void givesUp(@Nullable Integer number) {
    if (number != null) {
      fillings.computeIfPresent(number, (_, filling) -> givenUp(filling));
    }
  }

  private static Filling givenUp(Filling filling) {
    return new Filling(filling.flow(), filling.revision(), filling.start(), filling.end(), true);
  }

  Stream<Era> eras(FlowId flow) {
    return eras.stream().filter(era -> era.definition.flow().equals(flow));
  }

  List<Era> eras() {
    return eras;
  }

  List<Firing> firings() {
    return firings;
  }

  List<Instant> starts() {
    return starts;
  }

  List<SwitchedOn> switches(FlowId flow) {
    return switches.stream().filter(each -> each.flow().equals(flow)).toList();
  }

  Map<Integer, Filling> fillings() {
    return fillings;
  }

  Timeline timeline(FlowId flow) {
    return timelines.computeIfAbsent(flow, _ -> new Timeline());
  }
}
