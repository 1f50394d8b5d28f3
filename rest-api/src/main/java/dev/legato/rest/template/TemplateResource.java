package dev.legato.rest.template;

import dev.legato.language.complaint.Complaint;
import dev.legato.model.flow.TemplateId;
import dev.legato.orchestrator.flow.Documents;
import dev.legato.orchestrator.template.LoadedTemplate;
import dev.legato.orchestrator.template.TemplateOutcome;
import dev.legato.orchestrator.template.TemplateOutcome.Exists;
import dev.legato.orchestrator.template.TemplateOutcome.IdChanged;
import dev.legato.orchestrator.template.TemplateOutcome.Invalid;
import dev.legato.orchestrator.template.TemplateOutcome.NoSuchTemplate;
import dev.legato.orchestrator.template.TemplateOutcome.Saved;
import dev.legato.orchestrator.template.Templates;
import dev.legato.rest.flow.FlowLookup;
import dev.legato.rest.flow.ValidationView;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Problem;
import dev.legato.rest.search.PageView;
import dev.legato.rest.search.Paging;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Creates, changes, finds, checks and removes templates. */
final class TemplateResource {
  private final Templates templates;
  private final InstantSource clock;

  TemplateResource(Templates templates, InstantSource clock) {
    this.templates = templates;
    this.clock = clock;
  }

  Answer create(Call call) throws IOException {
    return saved(templates.create(call.bodyText()));
  }

  Answer update(Call call) throws IOException {
    return saved(templates.update(id(call), call.bodyText()));
  }

  private static Answer saved(TemplateOutcome outcome) {
    return switch (outcome) {
      case Saved(var template) -> Answer.json(TemplateView.of(template));
      case Invalid(var complaints) -> throw FlowLookup.invalid(complaints);
      case Exists(var id) ->
          throw Problem.invalid(
              "Invalid entity: template.id: Template '%s' exists already in namespace '%s'; update it instead"
                  .formatted(id.id(), id.namespace()),
              List.of());
      case NoSuchTemplate(var id) -> throw missing(id);
      case IdChanged(var expected, var found) ->
          throw Problem.invalid(
              "Invalid entity: template.id: The source names template '%s', which is not '%s'; a template keeps its id and namespace"
                  .formatted(found, expected),
              List.of());
    };
  }

  Answer get(Call call) {
    TemplateId id = id(call);
    LoadedTemplate template = templates.find(id).orElseThrow(() -> missing(id));
    return Answer.json(TemplateView.of(template));
  }

  Answer delete(Call call) {
    TemplateId id = id(call);
    if (!templates.delete(id)) {
      throw missing(id);
    }
    return Answer.noContent();
  }

  Answer search(Call call) {
    var page = Paging.read(call.query(), TemplateSearch.SORTS, TemplateSearch.BY_ID);
    var filters = TemplateSearch.GRAMMAR.filters(call.query(), clock);
    return Answer.json(PageView.of(templates.search(filters, page), TemplateView::of));
  }

  Answer namespaces(Call call) {
    String wanted = call.query().text("q").orElse("");
    return Answer.json(
        templates.namespaces().stream().filter(name -> name.contains(wanted)).toList());
  }

  Answer validate(Call call) throws IOException {
    var results = new ArrayList<ValidationView>();
    for (String source : Documents.split(call.bodyText())) {
      var read = templates.read(source);
      List<Complaint> complaints = read.complaints();
      TemplateId id = read.id().orElse(null);
      results.add(
          ValidationView.of(
              results.size(),
              id == null ? null : id.namespace(),
              id == null ? null : id.id(),
              complaints));
    }
    return Answer.json(results);
  }

  private static TemplateId id(Call call) {
    return new TemplateId(
        PathIds.name(call.path("namespace"), "namespace"),
        PathIds.name(call.path("id"), "template id"));
  }

  static Problem missing(TemplateId id) {
    return Problem.notFound(
        "template '%s' does not exist in namespace '%s'".formatted(id.id(), id.namespace()));
  }
}
