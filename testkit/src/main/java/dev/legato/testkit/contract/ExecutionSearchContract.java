package dev.legato.testkit.contract;

import static dev.legato.testkit.contract.Samples.NASTY;
import static dev.legato.testkit.contract.Samples.created;
import static dev.legato.testkit.contract.Samples.labelled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.flow.Label;
import dev.legato.storage.ExecutionField;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.InvalidSearchException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What filters of executions find. */
public interface ExecutionSearchContract extends SearchedExecutions {
  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          ID                   , EQUALS                  , e1                     , e1
          ID                   , EQUALS                  , E1                     , ``
          ID                   , NOT_EQUALS              , e1                     , e2 e3 e4 e5 e6
          ID                   , IN                      , e1|e3|none             , e1 e3
          ID                   , NOT_IN                  , e1|e3                  , e2 e4 e5 e6
          ID                   , GREATER_THAN            , e4                     , e5 e6
          ID                   , LESS_THAN_OR_EQUAL_TO   , e2                     , e1 e2
          NAMESPACE            , EQUALS                  , company.team           , e1 e5 e6
          NAMESPACE            , PREFIX                  , company.team           , e1 e2 e5 e6
          NAMESPACE            , PREFIX                  , company                , e1 e2 e3 e5 e6
          NAMESPACE            , PREFIX                  , comp                   , ``
          NAMESPACE            , STARTS_WITH             , company.team           , e1 e2 e3 e5 e6
          NAMESPACE            , ENDS_WITH               , child                  , e2
          NAMESPACE            , CONTAINS                , team                   , e1 e2 e3 e5 e6
          NAMESPACE            , REGEX                   , ^company\\.teams?$     , e1 e3 e5 e6
          NAMESPACE            , IN                      , other|company.teams    , e3 e4
          FLOW_ID              , EQUALS                  , %                      , e4
          FLOW_ID              , CONTAINS                , %                      , e4
          FLOW_ID              , CONTAINS                , _                      , e3
          FLOW_ID              , STARTS_WITH             , %                      , e4
          FLOW_ID              , ENDS_WITH               , _2                     , e3
          FLOW_ID              , ENDS_WITH               , a much longer text     , ``
          FLOW_ID              , NOT_EQUALS              , load                   , e3 e4
          FLOW_ID              , REGEX                   , ^L                     , e3
          FLOW_REVISION        , EQUALS                  , 1                      , e1 e2 e3 e4 e5 e6
          FLOW_REVISION        , GREATER_THAN            , 1                      , ``
          FLOW_REVISION        , IN                      , 1|2                    , e1 e2 e3 e4 e5 e6
          FLOW_REVISION        , NOT_IN                  , 1                      , ``
          STATE                , EQUALS                  , FAILED                 , e2
          STATE                , NOT_EQUALS              , CREATED                , e1 e2 e3
          STATE                , IN                      , FAILED|WARNING         , e2 e3
          STATE                , NOT_IN                  , CREATED|FAILED         , e1 e3
          START_DATE           , EQUALS                  , 2026-01-31T12:01:00.123456Z, e2
          START_DATE           , GREATER_THAN            , 2026-01-31T12:01:00.123456Z, e3 e4
          START_DATE           , GREATER_THAN_OR_EQUAL_TO, 2026-01-31T12:01:00.123456Z, e2 e3 e4
          START_DATE           , LESS_THAN               , 2026-01-31T12:01:00.123456Z, e1 e5 e6
          START_DATE           , LESS_THAN_OR_EQUAL_TO   , 2026-01-31T12:01:00.123456Z, e1 e2 e5 e6
          END_DATE             , LESS_THAN               , 2026-01-31T12:01:00Z   , e1
          END_DATE             , GREATER_THAN            , 2026-01-31T12:01:00Z   , e2 e3
          END_DATE             , NOT_EQUALS              , 2026-01-31T12:00:10.123456Z, e2 e3 e4 e5 e6
          START_OR_END_DATE    , IN                      , 2026-01-31T12:00:05Z|2026-01-31T12:01:00Z, e1
          START_OR_END_DATE    , IN                      , |2026-01-31T12:01:00Z  , e1 e5 e6
          START_OR_END_DATE    , IN                      , 2026-01-31T12:01:00Z|  , e2 e3 e4
          TRIGGER_EXECUTION_ID , EQUALS                  , e1                     , e5
          TRIGGER_EXECUTION_ID , NOT_EQUALS              , e1                     , e1 e2 e3 e4 e6
          TRIGGER_EXECUTION_ID , EQUALS                  , ``                     , e1 e2 e3 e4 e6
          TRIGGER_EXECUTION_ID , NOT_EQUALS              , ``                     , e5
          TRIGGER_EXECUTION_ID , IN                      , e1|e2                  , e5
          TRIGGER_EXECUTION_ID , NOT_IN                  , e1|e2                  , e1 e2 e3 e4 e6
          PARENT_ID            , EQUALS                  , e2                     , e6
          QUERY                , EQUALS                  , LOAD                   , e1 e2 e3 e5 e6
          QUERY                , CONTAINS                , E6                     , e6
          QUERY                , EQUALS                  , %                      , e4
          QUERY                , EQUALS                  , _                      , e3
          QUERY                , EQUALS                  , \\                     , ``
          QUERY                , NOT_EQUALS              , load                   , e4
          """)
  default void findsByFieldAndOperator(
      ExecutionField field, Operator operator, String values, String expected) {
    storeSamples();

    assertThat(String.join(" ", find(field, operator, null, values.split("\\|", -1))))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "label {0} {1} {2}: {3}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          env    , EQUALS      , prod     , e3
          env    , EQUALS      , test     , e4
          env    , EQUALS      , PROD     , ``
          env    , NOT_EQUALS  , prod     , e1 e2 e4 e5 e6
          env    , IN          , prod|dev , e3 e4
          env    , NOT_IN      , prod|dev , e1 e2 e5 e6
          env    , CONTAINS    , e        , e4
          env    , STARTS_WITH , p        , e3
          env    , ENDS_WITH   , d        , e3
          env    , REGEX       , ^pro     , e3
          env    , EQUALS      , %        , ``
          empty  , EQUALS      , ``       , e4
          none   , EQUALS      , ``       , ``
          none   , NOT_EQUALS  , x        , e1 e2 e3 e4 e5 e6
          """)
  default void findsByLabel(String key, Operator operator, String values, String expected) {
    storeSamples();

    assertThat(
            String.join(" ", find(ExecutionField.LABELS, operator, key, values.split("\\|", -1))))
        .isEqualTo(expected);
  }

  @Test
  default void findsALabelWhoseKeyAndValueAreHostile() {
    storeSamples();

    assertThat(find(ExecutionField.LABELS, Operator.EQUALS, "100%_\\", NASTY))
        .containsExactly("e3");
    assertThat(find(ExecutionField.LABELS, Operator.CONTAINS, "100%_\\", "\u0000"))
        .containsExactly("e3");
  }

  @Test
  default void aLabelThatWasRemovedIsNotFoundAnyMore() {
    ExecutionRecord first = labelled(created("a"), new Label("k", "old"));
    ExecutionRecord second = labelled(Samples.version(first, 2), new Label("k", "new"));
    commit(new Batch(lease()).execution(first).execution(second).build());

    assertThat(find(ExecutionField.LABELS, Operator.EQUALS, "k", "old")).isEmpty();
    assertThat(find(ExecutionField.LABELS, Operator.EQUALS, "k", "new")).containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "' OR 1=1--",
        "\\'",
        "$$",
        "::text",
        "%00",
        "\u0000",
        "'; drop table execution; --"
      })
  default void hostileValuesAreOnlyValues(String value) {
    storeSamples();
    List<ExecutionField> texts =
        List.of(
            ExecutionField.ID,
            ExecutionField.NAMESPACE,
            ExecutionField.FLOW_ID,
            ExecutionField.STATE,
            ExecutionField.PARENT_ID);
    for (ExecutionField field : texts) {
      for (Operator operator :
          List.of(Operator.EQUALS, Operator.IN, Operator.CONTAINS, Operator.PREFIX)) {
        assertThat(find(field, operator, null, value)).as("%s %s", field, operator).isEmpty();
      }
    }
    assertThat(find(ExecutionField.QUERY, Operator.EQUALS, null, value)).isEmpty();
    assertThat(find(ExecutionField.LABELS, Operator.EQUALS, value, value)).isEmpty();
    assertThat(search(List.of(), ExecutionField.ID, false).total()).isEqualTo(6);
  }

  @Test
  default void allFiltersMustHold() {
    storeSamples();
    List<Filter<ExecutionField>> filters =
        List.of(
            Filter.of(ExecutionField.NAMESPACE, Operator.PREFIX, "company"),
            Filter.of(ExecutionField.STATE, Operator.IN, "FAILED", "WARNING"),
            Filter.of(ExecutionField.START_DATE, Operator.GREATER_THAN, "2026-01-31T12:02:00Z"));

    assertThat(SearchedExecutions.ids(search(filters, ExecutionField.ID, false)))
        .containsExactly("e3");
  }

  @Test
  default void durationsAreThoseOfTheEndedAndGrowForTheOthers() {
    storeSamples();

    assertThat(find(ExecutionField.DURATION, Operator.LESS_THAN, null, "PT10S"))
        .containsExactly("e3");
    assertThat(find(ExecutionField.DURATION, Operator.EQUALS, null, "PT20S")).containsExactly("e2");
    assertThat(find(ExecutionField.DURATION, Operator.IN, null, "PT20S", "PT5S"))
        .containsExactly("e2", "e3");
    assertThat(find(ExecutionField.DURATION, Operator.GREATER_THAN, null, "PT1H"))
        .containsExactly("e4", "e5", "e6");
    assertThat(
            SearchedExecutions.ids(search(List.of(), ExecutionField.DURATION, false)).subList(0, 3))
        .containsExactly("e3", "e1", "e2");
  }

  @ParameterizedTest
  @EnumSource(names = {"STARTS_WITH", "ENDS_WITH", "CONTAINS", "PREFIX", "REGEX"})
  default void anOperatorThatMakesNoSenseIsTheCallersMistake(Operator operator) {
    assertThatThrownBy(
            () -> find(ExecutionField.START_DATE, operator, null, "2026-01-31T12:00:00Z"))
        .isInstanceOf(InvalidSearchException.class)
        .hasMessageContaining("START_DATE")
        .hasMessageContaining(operator.name());
  }

  @ParameterizedTest
  @CsvSource({
    "START_DATE, EQUALS, yesterday",
    "FLOW_REVISION, EQUALS, one",
    "FLOW_REVISION, IN, 99999999999999999999",
    "DURATION, LESS_THAN, 5 minutes",
    "NAMESPACE, REGEX, (",
    "LABELS, EQUALS, value without a key",
  })
  default void aValueThatCannotBeReadIsTheCallersMistake(
      ExecutionField field, Operator operator, String value) {
    assertThatThrownBy(() -> find(field, operator, null, value))
        .isInstanceOf(InvalidSearchException.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Operator.class,
      names = {"IN", "NOT_IN"},
      mode = EnumSource.Mode.EXCLUDE)
  default void exactlyOneValueIsNeeded(Operator operator) {
    assertThatThrownBy(() -> find(ExecutionField.ID, operator, null))
        .isInstanceOf(InvalidSearchException.class);
    assertThatThrownBy(() -> find(ExecutionField.ID, operator, null, "a", "b"))
        .isInstanceOf(InvalidSearchException.class);
  }

  @Test
  default void noValueIsInAnEmptyList() {
    storeSamples();

    assertThat(find(ExecutionField.ID, Operator.IN, null)).isEmpty();
    assertThat(find(ExecutionField.ID, Operator.NOT_IN, null)).hasSize(6);
  }
}
