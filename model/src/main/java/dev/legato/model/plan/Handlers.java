package dev.legato.model.plan;

import java.util.List;

/**
 * What a group runs besides its children.
 *
 * @param errors once a child has failed for good
 * @param finallySteps last of all, whether a child failed or not
 */
public record Handlers(List<Step> errors, List<Step> finallySteps) {
  public static final Handlers NONE = new Handlers(List.of(), List.of());

  public static Handlers ofErrors(List<Step> errors) {
    return new Handlers(errors, List.of());
  }
}
