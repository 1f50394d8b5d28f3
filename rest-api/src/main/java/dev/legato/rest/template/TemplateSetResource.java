package dev.legato.rest.template;

import dev.legato.model.flow.TemplateId;
import dev.legato.orchestrator.flow.Documents;
import dev.legato.orchestrator.template.LoadedTemplate;
import dev.legato.orchestrator.template.TemplateOutcome.Saved;
import dev.legato.orchestrator.template.Templates;
import dev.legato.rest.bulk.BulkReader;
import dev.legato.rest.bulk.CountView;
import dev.legato.rest.export.SourceArchive;
import dev.legato.rest.export.SourceArchive.Packed;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.Form;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Problem;
import dev.legato.rest.http.Problem.Detail;
import dev.legato.rest.search.Pages;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.TemplateField;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Changes, exports and imports many templates at once. */
final class TemplateSetResource {
  static final String PART = "fileUpload";

  private final Templates templates;
  private final BulkReader reader;
  private final InstantSource clock;
  private final long maxSource;

  /**
   * @param maxSource bytes of one source
   */
  TemplateSetResource(Templates templates, BulkReader reader, InstantSource clock, long maxSource) {
    this.templates = templates;
    this.reader = reader;
    this.clock = clock;
    this.maxSource = maxSource;
  }

  /** Saves the templates of a namespace, all or none; removes its others when that is asked for. */
  Answer replaceNamespace(Call call) throws IOException {
    String namespace = PathIds.name(call.path("namespace"), "namespace");
    List<String> sources =
        Documents.split(call.bodyText()).stream().filter(text -> !text.isBlank()).toList();
    Set<TemplateId> named = check(sources, namespace);
    var saved = new ArrayList<TemplateView>();
    for (String source : sources) {
      if (templates.save(source) instanceof Saved(var template)) {
        saved.add(TemplateView.of(template));
      }
    }
    if (call.query().flag("delete", true)) {
      for (LoadedTemplate other : ofNamespace(namespace)) {
        if (!named.contains(other.stored().id())) {
          templates.delete(other.stored().id());
        }
      }
    }
    return Answer.json(saved);
  }

  private Set<TemplateId> check(List<String> sources, String namespace) {
    var mistakes = new ArrayList<Detail>();
    var named = new HashSet<TemplateId>();
    for (int i = 0; i < sources.size(); i++) {
      String place = "template %d: ".formatted(i + 1);
      var read = templates.read(sources.get(i));
      read.complaints().stream()
          .filter(complaint -> complaint.isError())
          .forEach(
              error -> mistakes.add(new Detail(place + error, error.path(), error.code().name())));
      read.id()
          .filter(id -> !id.namespace().equals(namespace))
          .ifPresent(
              id ->
                  mistakes.add(
                      new Detail(
                          place
                              + "The template is in namespace '%s', not in '%s'."
                                  .formatted(id.namespace(), namespace),
                          "namespace")));
      read.id()
          .filter(id -> !named.add(id))
          .ifPresent(
              id ->
                  mistakes.add(
                      new Detail(
                          place + "Template '%s' is there twice.".formatted(id.id()), "id")));
    }
    if (!mistakes.isEmpty()) {
      throw Problem.invalid(mistakes);
    }
    return named;
  }

  Answer exportFound(Call call) {
    return archive(found(call));
  }

  Answer exportNamed(Call call) throws IOException {
    var exported = new ArrayList<LoadedTemplate>();
    for (TemplateId id : reader.templates(call.body())) {
      exported.add(templates.find(id).orElseThrow(() -> TemplateResource.missing(id)));
    }
    return archive(exported);
  }

  private static Answer archive(List<LoadedTemplate> exported) {
    return SourceArchive.answer(
        "templates.zip",
        exported.stream()
            .map(LoadedTemplate::stored)
            .map(
                template ->
                    new Packed(
                        "%s.%s.yml".formatted(template.id().namespace(), template.id().id()),
                        template.updatedAt(),
                        template.source()))
            .toList());
  }

  /** Saves what is valid; tells what is not. */
  Answer read(Call call) throws IOException {
    Form<List<SourceArchive.Entry>> form =
        call.form(
            maxSource,
            (_, fileName, content) ->
                SourceArchive.read(fileName, content.readAllBytes(), maxSource));
    List<SourceArchive.Entry> entries = form.files().get(PART);
    if (entries == null) {
      throw Problem.illegalArgument("the form needs a file in its part '%s'".formatted(PART));
    }
    return Answer.json(
        entries.stream()
            .filter(entry -> !(templates.save(entry.source()) instanceof Saved))
            .map(SourceArchive.Entry::name)
            .toList());
  }

  Answer deleteNamed(Call call) throws IOException {
    return delete(reader.templates(call.body()));
  }

  Answer deleteFound(Call call) {
    return delete(found(call).stream().map(template -> template.stored().id()).toList());
  }

  private Answer delete(List<TemplateId> unwanted) {
    return Answer.json(new CountView((int) unwanted.stream().filter(templates::delete).count()));
  }

  private List<LoadedTemplate> found(Call call) {
    var filters = TemplateSearch.GRAMMAR.filters(call.query(), clock);
    return Pages.all(TemplateSearch.BY_ID, page -> templates.search(filters, page));
  }

  private List<LoadedTemplate> ofNamespace(String namespace) {
    var filters = List.of(Filter.of(TemplateField.NAMESPACE, Operator.EQUALS, namespace));
    return Pages.all(TemplateSearch.BY_ID, page -> templates.search(filters, page));
  }
}
