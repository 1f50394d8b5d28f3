package dev.legato.language.flow;

import dev.legato.language.complaint.ComplaintCode;
import java.util.List;

/** Properties that are known, so that nobody looks for a typing mistake, but have no effect. */
final class Unsupported {
  private static final List<String> ENTERPRISE = List.of("workerGroup", "workerSelector");

  private Unsupported() {}

  static void enterpriseOnly(Fields fields) {
    for (String name : ENTERPRISE) {
      if (fields.node(name) != null) {
        fields.error(
            ComplaintCode.NOT_SUPPORTED,
            name,
            "Only an enterprise edition has '%s'.".formatted(name),
            "Remove it.");
      }
    }
  }
}
