package dev.legato.testkit.contract;

import static dev.legato.testkit.contract.Samples.NASTY;
import static dev.legato.testkit.contract.Samples.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.flow.TemplateId;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.PageRequest;
import dev.legato.storage.PageRequest.Sort;
import dev.legato.storage.StoredTemplate;
import dev.legato.storage.TemplateField;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates and their revisions. */
public interface TemplateStoreContract extends StorageContract {
  /** The template of most tests. */
  TemplateId TEMPLATE = new TemplateId("team", "shared");

  private static StoredTemplate template(TemplateId id, int revision) {
    return new StoredTemplate(id, revision, "revision " + revision, false, null, START);
  }

  private static StoredTemplate removal(TemplateId id, int revision) {
    return new StoredTemplate(id, revision, "", true, null, START);
  }

  @Test
  default void aTemplateThatWasNeverAddedIsAbsent() {
    assertThat(storage().templates().latest(TEMPLATE)).isEmpty();
    assertThat(storage().templates().find(TEMPLATE, 1)).isEmpty();
    assertThat(storage().templates().namespaces()).isEmpty();
  }

  @Test
  default void aTemplateComesBackEqual() {
    var id = new TemplateId("name" + NASTY, "id" + NASTY);
    var template = new StoredTemplate(id, 3, "source: " + NASTY, false, NASTY, START);

    assertThat(storage().templates().add(template)).isTrue();

    assertThat(storage().templates().latest(id)).contains(template);
    assertThat(storage().templates().find(id, 3)).contains(template);
    assertThat(storage().templates().namespaces()).containsExactly(id.namespace());
  }

  @Test
  default void aRevisionOfATemplateIsAddedOnce() {
    assertThat(storage().templates().add(template(TEMPLATE, 1))).isTrue();
    assertThat(storage().templates().add(removal(TEMPLATE, 1))).isFalse();

    assertThat(storage().templates().latest(TEMPLATE)).contains(template(TEMPLATE, 1));
  }

  @Test
  default void earlierRevisionsOfATemplateStay() {
    storage().templates().add(template(TEMPLATE, 1));
    storage().templates().add(template(TEMPLATE, 2));
    storage().templates().add(removal(TEMPLATE, 3));

    assertThat(storage().templates().latest(TEMPLATE)).contains(removal(TEMPLATE, 3));
    assertThat(storage().templates().find(TEMPLATE, 1)).contains(template(TEMPLATE, 1));
  }

  @ParameterizedTest(name = "{0} {1} {2} finds {3}")
  @CsvSource(
      textBlock =
          """
          ID        , EQUALS   , two    , two
          NAMESPACE , EQUALS   , a      , one
          NAMESPACE , PREFIX   , a      , one two
          QUERY     , EQUALS   , words  , two
          """)
  default void searchFindsTheNewestOfWhatIsNotRemoved(
      TemplateField field, Operator operator, String value, String found) {
    var two = new TemplateId("a.b", "two");
    storage().templates().add(template(new TemplateId("a", "one"), 1));
    storage().templates().add(template(two, 1));
    storage().templates().add(new StoredTemplate(two, 2, "", false, "Some words", START));
    storage().templates().add(template(new TemplateId("a", "gone"), 1));
    storage().templates().add(removal(new TemplateId("a", "gone"), 2));
    var byId = new PageRequest<>(1, 10, List.of(new Sort<>(TemplateField.ID, false)));

    var page = storage().templates().search(List.of(Filter.of(field, operator, value)), byId);

    assertThat(
            page.results().stream()
                .map(template -> template.id().id())
                .collect(Collectors.joining(" ")))
        .isEqualTo(found);
    assertThat(storage().templates().namespaces()).containsExactly("a", "a.b");
  }
}
