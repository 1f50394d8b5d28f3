package dev.legato.orchestrator.template;

import dev.legato.language.flow.FlowParser;
import dev.legato.language.flow.Template;
import dev.legato.language.flow.TemplateResult;
import dev.legato.language.flow.TemplateSource;
import dev.legato.language.flow.TemplateSource.Found;
import dev.legato.model.flow.TemplateId;
import dev.legato.orchestrator.template.TemplateOutcome.Exists;
import dev.legato.orchestrator.template.TemplateOutcome.IdChanged;
import dev.legato.orchestrator.template.TemplateOutcome.Invalid;
import dev.legato.orchestrator.template.TemplateOutcome.NoSuchTemplate;
import dev.legato.orchestrator.template.TemplateOutcome.Saved;
import dev.legato.storage.Filter;
import dev.legato.storage.Page;
import dev.legato.storage.PageRequest;
import dev.legato.storage.StoredTemplate;
import dev.legato.storage.TemplateField;
import dev.legato.storage.TemplateStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tasks that older flows share. A change makes a new revision; executions that began with an older
 * one go on with it. Safe for use by many threads.
 */
public final class Templates {
  private final TemplateStore store;
  private final FlowParser parser;
  private final InstantSource clock;
  private final AtomicLong changes = new AtomicLong();

  public Templates(TemplateStore store, FlowParser parser, InstantSource clock) {
    this.store = store;
    this.parser = parser;
    this.clock = clock;
  }

  /** Reads and checks a source and stores nothing. */
  public TemplateResult read(String source) {
    return parser.template(source);
  }

  /** Stores a template that does not exist yet. */
  public TemplateOutcome create(String source) {
    TemplateResult read = parser.template(source);
    if (read.template().isEmpty()) {
      return new Invalid(read.complaints());
    }
    TemplateId id = read.template().get().id();
    Optional<StoredTemplate> latest = store.latest(id);
    if (latest.isPresent() && !latest.get().deleted()) {
      return new Exists(id);
    }
    int revision = latest.map(StoredTemplate::revision).orElse(0) + 1;
    return add(read, revision).<TemplateOutcome>map(Saved::new).orElse(new Exists(id));
  }

  /** Stores a new revision of a template; none when the source is the same as before. */
  public TemplateOutcome update(TemplateId id, String source) {
    TemplateResult read = parser.template(source);
    if (read.template().isEmpty()) {
      return new Invalid(read.complaints());
    }
    if (!read.template().get().id().equals(id)) {
      return new IdChanged(id, read.template().get().id());
    }
    while (true) {
      Optional<StoredTemplate> latest = store.latest(id).filter(newest -> !newest.deleted());
      if (latest.isEmpty()) {
        return new NoSuchTemplate(id);
      }
      if (latest.get().source().stripTrailing().equals(source.stripTrailing())) {
        return new Saved(load(latest.get()));
      }
      Optional<LoadedTemplate> added = add(read, latest.get().revision() + 1);
      if (added.isPresent()) {
        return new Saved(added.get());
      }
    }
  }

  /** Creates the template or updates it. */
  public TemplateOutcome save(String source) {
    TemplateOutcome outcome = create(source);
    return outcome instanceof Exists(var id) ? update(id, source) : outcome;
  }

  /**
   * Removes a template; executions that began with it go on.
   *
   * @return false when there is none
   */
  public boolean delete(TemplateId id) {
    while (true) {
      Optional<StoredTemplate> latest = store.latest(id).filter(newest -> !newest.deleted());
      if (latest.isEmpty()) {
        return false;
      }
      StoredTemplate last = latest.get();
      var removal =
          new StoredTemplate(
              id, last.revision() + 1, last.source(), true, last.description(), clock.instant());
      if (store.add(removal)) {
        changes.incrementAndGet();
        return true;
      }
    }
  }

  /** A number that is another one after each change of a template. */
  public long changes() {
    return changes.get();
  }

  /** What flows get that begin now. */
  public TemplateSource current() {
    return id -> store.latest(id).filter(newest -> !newest.deleted()).map(Templates::found);
  }

  /**
   * What flows get that have begun.
   *
   * @param revisions 0 for templates that did not exist then; others are taken as they are now
   */
  public TemplateSource asOf(Map<TemplateId, Integer> revisions) {
    return id -> {
      Integer revision = revisions.get(id);
      if (revision == null) {
        return current().find(id);
      }
      return revision == 0 ? Optional.empty() : store.find(id, revision).map(Templates::found);
    };
  }

  private static Found found(StoredTemplate stored) {
    return new Found(stored.revision(), stored.source());
  }

  /** The newest revision; empty when the template does not exist or was removed. */
  public Optional<LoadedTemplate> find(TemplateId id) {
    return store.latest(id).filter(newest -> !newest.deleted()).map(this::load);
  }

  /** A certain revision, also of a template that was removed. */
  public Optional<LoadedTemplate> find(TemplateId id, int revision) {
    return store.find(id, revision).map(this::load);
  }

  /** Newest revisions that match all filters. */
  public Page<LoadedTemplate> search(
      List<Filter<TemplateField>> filters, PageRequest<TemplateField> page) {
    Page<StoredTemplate> found = store.search(filters, page);
    return new Page<>(found.results().stream().map(this::load).toList(), found.total());
  }

  /** Namespaces that hold at least one template, sorted. */
  public List<String> namespaces() {
    return store.namespaces();
  }

  private Optional<LoadedTemplate> add(TemplateResult read, int revision) {
    Template template = read.template().orElseThrow();
    var stored =
        new StoredTemplate(
            template.id(),
            revision,
            template.source(),
            false,
            template.description(),
            clock.instant());
    if (!store.add(stored)) {
      return Optional.empty();
    }
    changes.incrementAndGet();
    return Optional.of(new LoadedTemplate(stored, template, read.complaints()));
  }

  private LoadedTemplate load(StoredTemplate stored) {
    TemplateResult read = parser.template(stored.source());
    return new LoadedTemplate(stored, read.template().orElse(null), read.complaints());
  }
}
