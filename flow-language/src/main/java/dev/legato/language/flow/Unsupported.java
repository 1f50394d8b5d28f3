package dev.legato.language.flow;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.yaml.YamlNode;
import java.util.List;

/** Properties that are known, so that nobody looks for a typing mistake, but have no effect yet. */
final class Unsupported {
  private static final List<String> LATER_IN_FLOW =
      List.of("finally", "afterExecution", "listeners", "concurrency", "sla", "checks");
  private static final List<String> ENTERPRISE = List.of("workerGroup", "workerSelector");

  private Unsupported() {}

  static void inFlow(Fields fields) {
    LATER_IN_FLOW.forEach(name -> refuse(fields, name));
    enterpriseOnly(fields);
    refuseFlag(fields, "draft");
  }

  static void inTask(Fields fields) {
    enterpriseOnly(fields);
    refuse(fields, "taskCache");
    refuseFlag(fields, "logToFile");
  }

  static void enterpriseOnly(Fields fields) {
    ENTERPRISE.forEach(name -> refuseEnterprise(fields, name));
  }

  /** An empty block does nothing and is accepted. */
  static void refuse(Fields fields, String name) {
    YamlNode node = fields.node(name);
    boolean empty =
        node == null || (node instanceof YamlNode.Sequence list && list.elements().isEmpty());
    if (!empty) {
      complain(fields, name);
    }
  }

  private static void refuseFlag(Fields fields, String name) {
    if (fields.flag(name, false)) {
      complain(fields, name);
    }
  }

  private static void complain(Fields fields, String name) {
    fields.error(
        ComplaintCode.NOT_SUPPORTED,
        name,
        "This version does not support '%s' yet.".formatted(name),
        "Remove it.");
  }

  private static void refuseEnterprise(Fields fields, String name) {
    if (fields.node(name) != null) {
      fields.error(
          ComplaintCode.NOT_SUPPORTED,
          name,
          "Only an enterprise edition has '%s'.".formatted(name),
          "Remove it.");
    }
  }
}
