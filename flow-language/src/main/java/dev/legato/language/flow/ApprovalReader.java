package dev.legato.language.flow;

import dev.legato.model.flow.InputDefinition;
import dev.legato.model.flow.InputType;
import dev.legato.model.plan.Approval;
import dev.legato.model.plan.Approval.Decision;
import dev.legato.model.plan.Approval.Ending;
import dev.legato.model.plan.Handlers;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.Branch;
import dev.legato.model.plan.Step.PauseLimits;
import dev.legato.model.plan.StepHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads tasks that ask for a decision: a pause, in which a hidden switch runs the tasks of the
 * decision.
 */
final class ApprovalReader {
  /** What a behavior does that ends the execution: a hidden last task. */
  private static final Map<String, String> EXITS =
      Map.of("SUCCEED", "SUCCESS", "CANCEL", "CANCELLED", "KILL", "KILLED");

  private static final String URL =
      "{{ kestra.url ?? '' }}/ui/main/executions/{{ flow.namespace }}/{{ flow.id }}"
          + "/{{ execution.id }}";

  private final Control control;
  private final Map<String, @Nullable Object> properties;

  private ApprovalReader(Control control) {
    this.control = control;
    this.properties = control.properties();
  }

  static Optional<Step> read(Control control) {
    return Optional.of(new ApprovalReader(control).step());
  }

  private Step step() {
    Fields fields = control.fields();
    String timeout = TaskReader.timeout(fields);
    Approval approval =
        new Approval(
            text("autoApprove", "false"),
            URL,
            end("approveBehavior", "CONTINUE"),
            end("denyBehavior", "CANCEL"),
            end("expireBehavior", "CANCEL"));
    List<InputDefinition> questions =
        new InputDefinitionReader(fields.reading()).read(fields, "inputs", decision());
    List<Step> onWait = control.children("onWait");
    return new Step.PauseStep(
        control.header(),
        new PauseLimits(null, timeout, "RESUME"),
        onWait,
        questions,
        Branch.only(consequences()),
        control.handlers(),
        approval);
  }

  private List<InputDefinition> decision() {
    Map<?, ?> names = properties.get("decisions") instanceof Map<?, ?> map ? map : Map.of();
    Object approve = names.get("approve");
    Object deny = names.get("deny");
    boolean comment = text("commentRequired", "NEVER").equals("ALWAYS");
    return List.of(
        question(
            "decision",
            InputType.SELECT,
            true,
            "%s (APPROVED) or %s (DENIED)"
                .formatted(approve == null ? "Approve" : approve, deny == null ? "Deny" : deny),
            Map.of("values", List.of("APPROVED", "DENIED"), "isRadio", true)),
        question("comment", InputType.STRING, comment, "What is to be said about it", Map.of()));
  }

  private static InputDefinition question(
      String id,
      InputType type,
      boolean required,
      String description,
      Map<String, @Nullable Object> rules) {
    return new InputDefinition(
        id, type, required, null, null, description, null, List.of(), null, rules);
  }

  /** What follows a decision: its tasks, and maybe the end of the execution. */
  private List<Step> consequences() {
    List<Branch> branches = new ArrayList<>();
    add(branches, Decision.APPROVED, control.children("onApprove"), "approveBehavior", "CONTINUE");
    add(branches, Decision.DENIED, control.children("onDeny"), "denyBehavior", "CANCEL");
    add(branches, Decision.EXPIRED, List.of(), "expireBehavior", "CANCEL");
    String id = control.header().id();
    return List.of(
        new Step.SwitchStep(
            hidden("_decision", "Decision"),
            "{{ outputs['%s'].decision }}".formatted(id),
            branches,
            -1,
            Handlers.NONE));
  }

  private void add(
      List<Branch> branches, Decision decision, List<Step> tasks, String behavior, String absent) {
    List<Step> steps = new ArrayList<>(tasks);
    String state = EXITS.get(text(behavior, absent));
    if (state != null) {
      String suffix = "_" + decision.name().toLowerCase(Locale.ROOT);
      steps.add(new Step.ExitStep(hidden(suffix, "Exit"), state));
    }
    branches.add(new Branch(decision.name(), steps));
  }

  private StepHeader hidden(String suffix, String part) {
    Fields fields = control.fields();
    String id = control.header().id() + suffix;
    fields.reading().claimTaskId(id, fields.mark("id"), fields.path("id"));
    return new StepHeader(
        id, "io.kestra.plugin.core.flow.Approval$" + part, null, false, false, null);
  }

  private Ending end(String behavior, String absent) {
    return switch (text(behavior, absent)) {
      case "WARN" -> Ending.WARNING;
      case "FAIL" -> Ending.FAILED;
      default -> Ending.SUCCESS;
    };
  }

  private String text(String name, String absent) {
    Object written = properties.get(name);
    if (written == null) {
      return absent;
    }
    String text = written.toString();
    return Templates.isTemplate(text) || name.equals("autoApprove")
        ? text
        : text.toUpperCase(Locale.ROOT);
  }
}
