package dev.legato.language.flow;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.plugin.type.TypeDescriptor;

/** Tells authors of newer names and of successors of the types they use. */
final class TypeNotes {
  private TypeNotes() {}

  /**
   * @param used the name in the flow
   */
  static void of(TypeDescriptor type, Fields fields, String used) {
    if (type.aliases().contains(used)) {
      fields
          .reading()
          .complaints()
          .inform(
              ComplaintCode.RENAMED_TYPE,
              fields.mark("type"),
              fields.path("type"),
              "'%s' is replaced by '%s'.".formatted(used, type.name()));
    }
    if (type.replacedBy() != null) {
      fields
          .reading()
          .complaints()
          .inform(
              ComplaintCode.DEPRECATED_TYPE,
              fields.mark("type"),
              fields.path(),
              "'%s' is deprecated; use '%s'.".formatted(used, type.replacedBy()));
    }
  }
}
