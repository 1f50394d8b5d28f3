package dev.legato.language.flow;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.flow.TemplateTasks.Lent;
import dev.legato.model.flow.TemplateId;
import dev.legato.model.plan.Handlers;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.Branch;
import dev.legato.model.plan.Step.TemplateStep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a task that runs the tasks of a template. */
final class TemplateUse {
  private TemplateUse() {}

  static Optional<Step> read(Control control) {
    Map<String, @Nullable Object> properties = control.properties();
    Handlers own = control.handlers();
    Optional<TemplateTasks> lender = control.fields().reading().lender();
    if (!(properties.get("namespace") instanceof String namespace)
        || !(properties.get("templateId") instanceof String templateId)) {
      return Optional.empty();
    }
    Lent lent = lent(new TemplateId(namespace, templateId), lender, control);
    return Optional.of(
        new TemplateStep(
            control.header(),
            lent.copy(),
            properties.get("args") instanceof Map<?, ?> args ? byName(args) : Map.of(),
            Branch.only(lent.tasks()),
            new Handlers(joined(lent.errors(), own.errors()), own.finallySteps())));
  }

  private static Lent lent(TemplateId id, Optional<TemplateTasks> lender, Control control) {
    if (lender.isEmpty()) {
      return Lent.nothing(id, "The template '%s' was not looked for.".formatted(id));
    }
    Lent lent = lender.get().of(id, control);
    String problem = lent.copy().problem();
    if (problem != null) {
      control
          .fields()
          .warn(
              ComplaintCode.UNKNOWN_REFERENCE,
              "templateId",
              problem,
              "The task fails unless there is a template by then.");
    }
    return lent;
  }

  private static List<Step> joined(List<Step> first, List<Step> second) {
    List<Step> joined = new ArrayList<>(first);
    joined.addAll(second);
    return joined;
  }

  private static Map<String, @Nullable Object> byName(Map<?, ?> args) {
    var byName = new LinkedHashMap<String, @Nullable Object>();
    args.forEach((name, value) -> byName.put(String.valueOf(name), value));
    return Collections.unmodifiableMap(byName);
  }
}
