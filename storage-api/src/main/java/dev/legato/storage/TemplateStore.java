package dev.legato.storage;

import dev.legato.model.flow.TemplateId;
import java.util.List;
import java.util.Optional;

/**
 * Templates and all their revisions, so that what began with a template goes on with the same one.
 * Methods return when their effect is durable.
 */
public interface TemplateStore {
  /**
   * Adds a revision.
   *
   * @return false when that revision exists already: someone else was faster
   */
  boolean add(StoredTemplate template);

  /** The newest revision, also when it records a removal. */
  Optional<StoredTemplate> latest(TemplateId id);

  Optional<StoredTemplate> find(TemplateId id, int revision);

  /** Newest revisions of the templates that are not removed and match all filters. */
  Page<StoredTemplate> search(List<Filter<TemplateField>> filters, PageRequest<TemplateField> page);

  /** Namespaces that hold at least one template, sorted. */
  List<String> namespaces();
}
