package dev.legato.language.flow;

import dev.legato.model.flow.TemplateId;
import java.util.Optional;

/** Where the templates are that flows use. */
@FunctionalInterface
public interface TemplateSource {
  /** For flows that stand alone. */
  TemplateSource NONE = id -> Optional.empty();

  /** The template as a flow is to have it; empty when there is none. */
  Optional<Found> find(TemplateId id);

  /**
   * A revision of a template.
   *
   * @param source the YAML text as the author wrote it
   */
  record Found(int revision, String source) {}
}
