package dev.legato.rules;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

/**
 * A call, a method reference or a field access, as names.
 *
 * @param owner the full name of the class that is called
 * @param member the method, the field, or {@code <init>}
 * @param parameters the full names of the parameter types; empty for a field
 */
record Call(String owner, String member, List<String> parameters) {

  static Call of(JavaAccess<?> access) {
    List<String> parameters =
        access.getTarget() instanceof CodeUnitAccessTarget target
            ? target.getRawParameterTypes().stream().map(JavaClass::getName).toList()
            : List.of();
    return new Call(access.getTargetOwner().getName(), access.getTarget().getName(), parameters);
  }

  boolean is(String... members) {
    return List.of(members).contains(member);
  }

  boolean takes(String... types) {
    return parameters.stream().anyMatch(List.of(types)::contains);
  }

  boolean takesArray() {
    return parameters.stream().anyMatch(type -> type.startsWith("["));
  }
}
