package dev.legato.language.flow;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.plugin.type.TypeDescriptor;

/** Tells authors of newer names and of successors of the types they use. */
final class TypeNotes {
  private TypeNotes() {}

  static void of(ControlType control, Fields fields, String used) {
    if (control.isOldName(used)) {
      renamed(fields, used, control.canonicalName());
    }
    control.successorName().ifPresent(successor -> succeeded(fields, used, successor));
  }

  static void of(TypeDescriptor descriptor, Fields fields, String used) {
    if (descriptor.aliases().contains(used)) {
      renamed(fields, used, descriptor.name());
    }
    if (descriptor.replacedBy() != null) {
      succeeded(fields, used, descriptor.replacedBy());
    }
  }

  static void of(TriggerType trigger, Fields fields, String used) {
    if (trigger.isOldName(used)) {
      renamed(fields, used, trigger.canonicalName());
    }
  }

  private static void renamed(Fields fields, String used, String current) {
    fields
        .reading()
        .complaints()
        .inform(
            ComplaintCode.RENAMED_TYPE,
            fields.mark("type"),
            fields.path("type"),
            "'%s' is replaced by '%s'.".formatted(used, current));
  }

  private static void succeeded(Fields fields, String used, String successor) {
    fields
        .reading()
        .complaints()
        .inform(
            ComplaintCode.DEPRECATED_TYPE,
            fields.mark("type"),
            fields.path(),
            "'%s' is deprecated; use '%s'.".formatted(used, successor));
  }
}
