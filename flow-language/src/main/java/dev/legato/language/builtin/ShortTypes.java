package dev.legato.language.builtin;

import static dev.legato.language.builtin.PropertyTable.TEXTS;
import static dev.legato.language.builtin.PropertyTable.describe;

import dev.legato.model.flow.InputType;
import dev.legato.plugin.type.PropertyDescriptor;
import dev.legato.plugin.type.PropertyType;
import dev.legato.plugin.type.PropertyType.Choice;
import dev.legato.plugin.type.PropertyType.FlowPart;
import dev.legato.plugin.type.PropertyType.ListOf;
import dev.legato.plugin.type.PropertyType.OneOf;
import dev.legato.plugin.type.PropertyType.Scalar;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Things of a flow whose type is a word: their properties, by that word. */
public final class ShortTypes {
  /** Everything but {@code type}. */
  public static final Map<String, List<PropertyDescriptor>> INPUTS = inputs();

  /** Everything but {@code type}. */
  public static final Map<String, List<PropertyDescriptor>> RETRIES = retries();

  /** Everything but {@code type}. */
  public static final Map<String, List<PropertyDescriptor>> SLAS = slas();

  private ShortTypes() {}

  private static Map<String, List<PropertyDescriptor>> inputs() {
    Map<String, List<PropertyDescriptor>> inputs = new LinkedHashMap<>();
    for (InputType type : InputType.values()) {
      PropertyTable own = type == InputType.FORM ? form(input()) : ruled(valued(input()), type);
      inputs.put(type.name(), own.list());
    }
    return Collections.unmodifiableMap(inputs);
  }

  private static PropertyTable input() {
    PropertyType dependencies =
        describe()
            .property("inputs", TEXTS, "Ids of inputs that come first.")
            .template("condition", "Whether this one is asked for.")
            .section();
    return describe()
        .text("id", "How the flow reads it; dots nest.")
        .required()
        .aliases("name")
        .text("description", "For people.")
        .text("displayName", "How people see it called.")
        .flag("required", true, "Whether there must be a value.")
        .property("dependsOn", dependencies, "Inputs that come first.");
  }

  private static PropertyTable valued(PropertyTable input) {
    return input
        .template("defaults", Scalar.ANY, "The value when nobody gives one.")
        .template("prefill", Scalar.ANY, "Only shown in forms.");
  }

  private static PropertyTable form(PropertyTable input) {
    return input
        .property("inputs", new ListOf(FlowPart.INPUT), "The inputs of the form.")
        .required();
  }

  private static PropertyTable ruled(PropertyTable input, InputType type) {
    return switch (type) {
      case STRING, SECRET -> input.text("validator", "A regular expression for the whole text.");
      case ENUM -> input.property("values", new ListOf(Scalar.ANY), "What it can be.").required();
      case SELECT -> choices(input).flag("isRadio", false, "Whether all values are shown at once.");
      case MULTISELECT ->
          choices(input, "options")
              .property("itemType", new Choice(InputType.class), "What each value is.")
              .orElse(InputType.STRING.name());
      case INT, FLOAT, DURATION ->
          input
              .property("min", Scalar.ANY, "The smallest value.")
              .property("max", Scalar.ANY, "The largest value.");
      case DATETIME, DATE, TIME ->
          input
              .property("after", Scalar.ANY, "The earliest value.")
              .property("before", Scalar.ANY, "The latest value.");
      case FILE ->
          input
              .property("allowedFileExtensions", TEXTS, "What its name can end with.")
              .text("accept", "What a form lets people choose.")
              .text("extension", "What its name ends with.")
              .deprecated("Use 'allowedFileExtensions'.");
      case ARRAY ->
          input
              .property("itemType", new Choice(InputType.class), "What each element is.")
              .required();
      case BOOLEAN, BOOL, JSON, YAML, URI, EMAIL, FORM -> input;
    };
  }

  private static PropertyTable choices(PropertyTable input, String... oldNames) {
    return input
        .property("values", new ListOf(Scalar.ANY), "What it can be.")
        .aliases(oldNames)
        .template("expression", "Renders to the list of what it can be.")
        .flag("allowCustomValue", false, "Whether other values are fine, too.")
        .flag("autoSelectFirst", false, "Whether forms begin with the first value.");
  }

  private static Map<String, List<PropertyDescriptor>> retries() {
    Map<String, List<PropertyDescriptor>> retries = new LinkedHashMap<>();
    retries.put(
        "constant", limits(describe().duration("interval", "How long to wait.").required()).list());
    retries.put(
        "exponential",
        limits(
                describe()
                    .duration("interval", "How long to wait before the first retry.")
                    .required()
                    .duration("maxInterval", "How long to wait at most.")
                    .required()
                    .property("delayFactor", Scalar.NUMBER, "How much longer each wait is.")
                    .orElse(2))
            .list());
    retries.put(
        "random",
        limits(
                describe()
                    .duration("minInterval", "How long to wait at least.")
                    .required()
                    .duration("maxInterval", "How long to wait at most.")
                    .required())
            .list());
    return Collections.unmodifiableMap(retries);
  }

  private static PropertyTable limits(PropertyTable retry) {
    return retry
        .property("maxAttempts", Scalar.INTEGER, "How often to try, the first time included.")
        .aliases("maxAttempt")
        .duration("maxDuration", "How long to go on trying.")
        .flag("warningOnRetry", false, "Whether a success after a retry is a warning.")
        .property(
            "behavior",
            new OneOf(List.of("RETRY_FAILED_TASK", "CREATE_NEW_EXECUTION")),
            "What is tried again.")
        .orElse("RETRY_FAILED_TASK");
  }

  private static Map<String, List<PropertyDescriptor>> slas() {
    Map<String, List<PropertyDescriptor>> slas = new LinkedHashMap<>();
    slas.put(
        "MAX_DURATION",
        sla().duration("duration", "How long an execution may take.").required().list());
    slas.put(
        "EXECUTION_ASSERTION",
        sla().template("assert", "What must be true for as long as it runs.").required().list());
    return Collections.unmodifiableMap(slas);
  }

  private static PropertyTable sla() {
    return describe()
        .text("id", "The name of the promise.")
        .required()
        .choice("behavior", List.of("FAIL", "CANCEL", "NONE"), "What breaking it does.")
        .required()
        .property("labels", FlowPart.LABELS, "Labels for an execution that breaks it.");
  }
}
