package dev.legato.language.flow;

import dev.legato.language.builtin.FormerDefaults;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.model.flow.FlowId;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.Branch;
import dev.legato.model.plan.Step.CallStep;
import dev.legato.model.plan.Step.CallStep.Kind;
import dev.legato.model.plan.StepHeader;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads tasks that run other flows. */
final class CallReader {
  private static final String FOR_EACH_ITEM = "io.kestra.plugin.core.flow.ForEachItem$";

  private CallReader() {}

  static Optional<Step> subflow(Control control) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>(control.properties());
    target(control.fields(), properties);
    if (control.header().type().equals(FormerDefaults.FLOW)) {
      FormerDefaults.OFF_FOR_FLOW.forEach(name -> properties.putIfAbsent(name, false));
    }
    return Optional.of(
        new CallStep(control.header(), Kind.SUBFLOW, Collections.unmodifiableMap(properties)));
  }

  /** Three tasks in a row: cut the file, run the flow for each part, join the outputs. */
  static Optional<Step> forEachItem(Control control) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>(control.properties());
    target(control.fields(), properties);
    var handlers = control.handlers();
    StepHeader header = control.header();
    Map<String, @Nullable Object> cut = new LinkedHashMap<>();
    cut.put("items", properties.remove("items"));
    if (properties.containsKey("batch")) {
      cut.put("batch", properties.remove("batch"));
    }
    properties.put("splits", "{{ outputs['%s'].splits }}".formatted(part(control, "_split")));
    List<Step> steps =
        List.of(
            hidden(part(control, "_split"), "ForEachItemSplit", cut),
            new CallStep(
                new StepHeader(
                    part(control, "_items"),
                    FOR_EACH_ITEM + "ForEachItemExecutable",
                    null,
                    header.allowFailure(),
                    header.allowWarning(),
                    null),
                Kind.FOR_EACH_ITEM,
                Collections.unmodifiableMap(properties)),
            hidden(
                part(control, "_merge"),
                "ForEachItemMergeOutputs",
                Map.of("task", part(control, "_items"))));
    List.of("_split", "_items", "_merge").forEach(suffix -> claim(control, suffix));
    return Optional.of(new Step.SequenceStep(header, Branch.only(steps), handlers));
  }

  private static String part(Control control, String suffix) {
    return control.header().id() + suffix;
  }

  private static void claim(Control control, String suffix) {
    Fields fields = control.fields();
    fields.reading().claimTaskId(part(control, suffix), fields.mark("id"), fields.path("id"));
  }

  private static Step hidden(String id, String type, Map<String, @Nullable Object> properties) {
    StepHeader header = new StepHeader(id, FOR_EACH_ITEM + type, null, false, false, null);
    return new Step.TaskStep(header, Collections.unmodifiableMap(properties), null, null);
  }

  /** Only literal ids of this very flow are refused: longer circles are found when they run. */
  private static void target(Fields fields, Map<String, @Nullable Object> properties) {
    if (!(properties.get("namespace") instanceof String namespace)
        || !(properties.get("flowId") instanceof String id)
        || Templates.isTemplate(namespace)
        || Templates.isTemplate(id)) {
      return;
    }
    FlowId called = new FlowId(namespace, id);
    if (fields.reading().flow().filter(called::equals).isPresent()) {
      fields.error(
          ComplaintCode.CYCLE,
          "flowId",
          "The flow %s calls itself.".formatted(called),
          "Call another flow, or use a loop.");
    } else {
      fields.reading().calls(called, fields.mark("flowId"), fields.path("flowId"));
    }
  }
}
