package dev.legato.language.builtin;

import static dev.legato.language.builtin.PropertyTable.describe;
import static dev.legato.language.builtin.TypeTable.type;

import dev.legato.plugin.type.PropertyType;
import dev.legato.plugin.type.PropertyType.FlowPart;
import dev.legato.plugin.type.PropertyType.ListOf;
import dev.legato.plugin.type.PropertyType.MapOf;
import dev.legato.plugin.type.PropertyType.Scalar;
import java.util.List;

/** The task that asks somebody for a decision. */
final class ApprovalTable {
  private static final List<String> BEHAVIORS =
      List.of("CONTINUE", "WARN", "FAIL", "SUCCEED", "CANCEL", "KILL");

  private static final PropertyType DECISIONS =
      describe()
          .text("approve", "What the first choice is called.")
          .orElse("Approve")
          .text("deny", "What the second choice is called.")
          .orElse("Deny")
          .section();

  private ApprovalTable() {}

  static TypeTable approval() {
    return type("flow.Approval", "Waits until somebody approves or denies.")
        .description(
            "Whoever resumes it gives `decision`, `APPROVED` or `DENIED`, a `comment`, and the"
                + " `inputs`. With `timeout` it expires after that time. What happens then is up"
                + " to the behaviors: `CONTINUE`; `WARN` and `FAIL` end the task so; `SUCCEED`,"
                + " `CANCEL` and `KILL` end the execution, once the tasks of the decision have"
                + " run.")
        .properties(
            GroupTables.handlers(
                describe()
                    .property(
                        "inputs", new ListOf(FlowPart.INPUT), "What is asked beside the decision.")
                    .property("decisions", DECISIONS, "What the choices are called.")
                    .choice(
                        "commentRequired",
                        List.of("NEVER", "ALWAYS"),
                        "Whether there must be a comment.")
                    .orElse("NEVER")
                    .template("autoApprove", Scalar.BOOLEAN, "Whether nobody needs to be asked.")
                    .orElse(false)
                    .choice("approveBehavior", BEHAVIORS, "What approval does.")
                    .orElse("CONTINUE")
                    .choice("denyBehavior", BEHAVIORS, "What denial does.")
                    .orElse("CANCEL")
                    .choice("expireBehavior", BEHAVIORS, "What expiry does.")
                    .orElse("CANCEL")
                    .tasks("onWait", "Run when the waiting begins, such as a message.")
                    .tasks("onApprove", "Run after approval.")
                    .tasks("onDeny", "Run after denial.")))
        .outputs(outputs());
  }

  private static PropertyTable outputs() {
    return describe()
        .property("url", Scalar.URI, "Where people decide; known to `onWait`.")
        .property("due", Scalar.DATE_TIME, "When it expires; known to `onWait`.")
        .text("decision", "`APPROVED`, `DENIED` or `EXPIRED`.")
        .property("auto", Scalar.BOOLEAN, "Whether nobody was asked.")
        .text("by", "Who decided, as far as that is known.")
        .property("on", Scalar.DATE_TIME, "When it was decided.")
        .text("comment", "What was said about it.")
        .property("inputs", new MapOf(Scalar.ANY), "What was answered.");
  }
}
