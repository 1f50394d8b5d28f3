package dev.legato.orchestrator.call;

import dev.legato.language.expression.ExpressionException;
import dev.legato.language.expression.Expressions;
import dev.legato.language.secret.SealedValue;
import dev.legato.language.secret.SecretMask;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Label;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The properties of a call, rendered one by one when they are needed. */
final class CallProperties {
  private final SecretMask secrets = new SecretMask();
  private final Expressions expressions;
  private final Map<String, @Nullable Object> written;
  private final Map<String, @Nullable Object> variables;

  CallProperties(
      Expressions expressions,
      Map<String, @Nullable Object> written,
      Map<String, @Nullable Object> variables) {
    this.expressions = expressions.tellingSecrets(secrets::add);
    this.written = written;
    this.variables = variables;
  }

  FlowId flow() throws CallFailure {
    return new FlowId(requiredText("namespace"), requiredText("flowId"));
  }

  @Nullable Integer revision() throws CallFailure {
    Object revision = rendered("revision");
    if (revision == null) {
      return null;
    }
    try {
      return Integer.valueOf(revision.toString().strip());
    } catch (NumberFormatException e) {
      throw new CallFailure(
          "Property 'revision' is '%s', but has to be a number."
              .formatted(secrets.hide(revision.toString())),
          e);
    }
  }

  Map<String, @Nullable Object> inputs() throws CallFailure {
    Object inputs = rendered("inputs");
    return switch (inputs) {
      case null -> Map.of();
      case Map<?, ?> map -> texts(map);
      default -> throw new CallFailure("Property 'inputs' has to be a map of values.");
    };
  }

  /** Inputs as they may be stored: a value that carries a secret is sealed, whatever its type. */
  Map<String, @Nullable Object> sealed(Map<String, @Nullable Object> inputs) throws CallFailure {
    var stored = new LinkedHashMap<String, @Nullable Object>();
    for (Map.Entry<String, @Nullable Object> input : inputs.entrySet()) {
      stored.put(input.getKey(), sealedValue(input.getValue()));
    }
    return stored;
  }

  private @Nullable Object sealedValue(@Nullable Object value) throws CallFailure {
    if (value instanceof Map<?, ?> map) {
      return SealedValue.sealedIn(map) == null ? sealed(texts(map)) : map;
    }
    if (value instanceof List<?> list) {
      var stored = new ArrayList<@Nullable Object>(list.size());
      for (Object element : list) {
        stored.add(sealedValue(element));
      }
      return stored;
    }
    String text = value instanceof String || value instanceof Number ? value.toString() : "";
    if (secrets.hide(text).equals(text)) {
      return value;
    }
    if (!expressions.seal().isPossible()) {
      throw new CallFailure("An input carries a secret, but this server has no key to seal it.");
    }
    return SealedValue.of(text, expressions.seal());
  }

  /** Those of the property only, with stars in place of secrets. */
  List<Label> labels() throws CallFailure {
    var labels = new ArrayList<Label>();
    switch (rendered("labels")) {
      case null -> {}
      case Map<?, ?> map -> map.forEach((key, value) -> labels.add(label(key, value)));
      case List<?> list -> {
        for (Object entry : list) {
          if (!(entry instanceof Map<?, ?> pair)) {
            throw new CallFailure("Property 'labels' has to be a map, or a list of key and value.");
          }
          labels.add(label(pair.get("key"), pair.get("value")));
        }
      }
      default ->
          throw new CallFailure("Property 'labels' has to be a map, or a list of key and value.");
    }
    for (Label label : labels) {
      if (label.isSystem()) {
        throw new CallFailure(
            "Labels that begin with '%s' are set by the engine only; offending: %s=%s"
                .formatted(Label.SYSTEM_PREFIX, label.key(), label.value()));
      }
    }
    return labels;
  }

  @Nullable Instant scheduleDate() throws CallFailure {
    Object date = rendered("scheduleDate");
    if (date == null || date.toString().isBlank()) {
      return null;
    }
    try {
      TemporalAccessor read =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              date.toString().strip(), ZonedDateTime::from, LocalDateTime::from);
      return read instanceof ZonedDateTime zoned
          ? zoned.toInstant()
          : LocalDateTime.from(read).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new CallFailure(
          "Property 'scheduleDate' has to be a date with a time such as 2026-01-31T12:00:00Z.", e);
    }
  }

  boolean flag(String property, boolean otherwise) throws CallFailure {
    Object value = rendered(property);
    return value == null ? otherwise : Boolean.parseBoolean(value.toString().strip());
  }

  /** Whether a restart begins anew instead of going on with what has failed. */
  boolean startsAnew() throws CallFailure {
    Object behavior = rendered("restartBehavior");
    return behavior != null && behavior.toString().strip().equals("NEW_EXECUTION");
  }

  String requiredText(String property) throws CallFailure {
    Object value = rendered(property);
    if (value == null || value.toString().isBlank()) {
      throw new CallFailure("Property '%s' is empty.".formatted(property));
    }
    return value.toString().strip();
  }

  /** Absent or null: null. */
  @Nullable Object rendered(String property) throws CallFailure {
    Object value = written.get(property);
    if (value == null) {
      return null;
    }
    try {
      return expressions.renderDeep(value, variables);
    } catch (ExpressionException e) {
      throw new CallFailure(
          "Property '%s' cannot be rendered: %s".formatted(property, e.getMessage()), e);
    }
  }

  private Label label(@Nullable Object key, @Nullable Object value) {
    return new Label(secrets.hide(String.valueOf(key)), secrets.hide(String.valueOf(value)));
  }

  private static Map<String, @Nullable Object> texts(Map<?, ?> map) {
    var copy = new LinkedHashMap<String, @Nullable Object>();
    map.forEach((key, value) -> copy.put(String.valueOf(key), value));
    return copy;
  }
}
