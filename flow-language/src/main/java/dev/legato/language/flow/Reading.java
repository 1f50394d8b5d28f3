package dev.legato.language.flow;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.complaint.Complaints;
import dev.legato.language.complaint.Mark;
import dev.legato.language.expression.ExpressionProblem;
import dev.legato.language.expression.Expressions;
import dev.legato.language.expression.OldName;
import dev.legato.language.yaml.YamlLimits;
import dev.legato.language.yaml.YamlNode;
import dev.legato.language.yaml.YamlValues;
import dev.legato.model.flow.FlowId;
import dev.legato.plugin.type.TypeCatalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What all readers of one document share. */
final class Reading {
  private final TypeCatalog types;
  private final Expressions expressions;
  private final Complaints complaints;
  private final YamlValues values;
  private final Map<String, Mark> taskIds = new LinkedHashMap<>();
  private final List<Template> templates = new ArrayList<>();
  private final List<CalledFlow> calledFlows = new ArrayList<>();
  private @Nullable TemplateTasks lender;
  private boolean usesTemplates;
  private @Nullable FlowId flow;
  private @Nullable String task;
  private int tasks;

  Reading(TypeCatalog types, Expressions expressions, Complaints complaints) {
    this.types = types;
    this.expressions = expressions;
    this.complaints = complaints;
    this.values = new YamlValues(YamlLimits.DEFAULTS, complaints);
  }

  /** A reading of the same kind whose complaints nobody hears. */
  Reading silent() {
    return new Reading(types, expressions, new Complaints());
  }

  /** A reading of the same kind of a template whose tasks a flow takes over. */
  Reading of(TemplateTasks template, Complaints about) {
    var reading = new Reading(types, expressions, about).lending(template);
    reading.flow = flow;
    return reading;
  }

  /** Makes templates that are used part of what is read. */
  Reading lending(TemplateTasks templates) {
    lender = templates;
    return this;
  }

  /** Who has the tasks of a template that is used; empty while nobody asks for them. */
  Optional<TemplateTasks> lender() {
    usesTemplates = true;
    return Optional.ofNullable(lender);
  }

  /** Whether there are tasks that come from templates. */
  boolean usesTemplates() {
    return usesTemplates;
  }

  /** What the plan calls a task. */
  String inPlan(String taskId) {
    return lender == null ? taskId : lender.inPlan(taskId);
  }

  /** Tells which flow is read. */
  void isOf(FlowId read) {
    flow = read;
  }

  /** Which flow is read; empty when a part is read on its own, or the flow has no proper id. */
  Optional<FlowId> flow() {
    return Optional.ofNullable(flow);
  }

  TypeCatalog types() {
    return types;
  }

  Complaints complaints() {
    return complaints;
  }

  YamlValues values() {
    return values;
  }

  void error(ComplaintCode code, Mark mark, String path, String message, @Nullable String hint) {
    complaints.error(code, mark, path, message, hint);
  }

  /** Counts a task; false when it is one too many, which is complained about once. */
  boolean admitsTask(Mark mark, String path) {
    tasks++;
    if (tasks == FlowLimits.TASKS + 1) {
      error(
          ComplaintCode.TOO_MANY,
          mark,
          path,
          "The flow has more than %d tasks.".formatted(FlowLimits.TASKS),
          "Split it into several flows.");
    }
    return tasks <= FlowLimits.TASKS;
  }

  /** Remembers the id of a task; complains when another task has it. */
  void claimTaskId(String id, Mark mark, String path) {
    Mark first = taskIds.putIfAbsent(id, mark);
    if (first != null) {
      error(
          ComplaintCode.DUPLICATE_ID,
          mark,
          path,
          "The task id '%s' is already used at line %d.".formatted(id, first.line()),
          "Every task of a flow needs an id of its own, also in 'errors' and in nested lists.");
    }
  }

  Set<String> taskIds() {
    return taskIds.keySet();
  }

  /** Checks every template in a value that will be rendered, keys included. */
  void templates(YamlNode node, String path) {
    switch (node) {
      case YamlNode.Scalar scalar -> template(scalar, path);
      case YamlNode.Sequence sequence -> {
        for (int i = 0; i < sequence.elements().size(); i++) {
          templates(sequence.elements().get(i), path + "[" + i + "]");
        }
      }
      case YamlNode.Mapping mapping ->
          mapping
              .entries()
              .forEach(
                  (key, entry) -> {
                    template(entry.key(), path + "." + key);
                    templates(entry.value(), path + "." + key);
                  });
    }
  }

  private void template(YamlNode.Scalar scalar, String path) {
    if (!Templates.isTemplate(scalar.text())) {
      return;
    }
    templates.add(new Template(scalar.text(), scalar.mark(), path, task));
    expressions.check(scalar.text()).ifPresent(problem -> complain(scalar, path, problem));
    expressions.oldNames(scalar.text()).forEach(old -> tellSuccessor(scalar, path, old));
  }

  private void tellSuccessor(YamlNode.Scalar scalar, String path, OldName old) {
    complaints.inform(
        ComplaintCode.DEPRECATED_NAME,
        scalar.mark(),
        path,
        "The %s '%s' is deprecated; use '%s'.".formatted(old.kind(), old.name(), old.successor()));
  }

  private void complain(YamlNode.Scalar scalar, String path, ExpressionProblem problem) {
    String place =
        scalar.text().lines().count() > 1
            ? " at line %d of the text".formatted(problem.line())
            : "";
    error(
        ComplaintCode.INVALID_EXPRESSION,
        scalar.mark(),
        path,
        "The template cannot be read%s: %s.".formatted(place, problem.message()),
        null);
  }

  /** What a template reads: variables with their first keys, such as {@code outputs.t1}. */
  Set<String> references(String template) {
    return expressions.references(template);
  }

  /** Those of them that may be missing. */
  Set<String> guardedReferences(String template) {
    return expressions.guardedReferences(template);
  }

  /**
   * Tells whose templates come next.
   *
   * @return whose they were until now
   */
  @Nullable String enter(@Nullable String taskId) {
    String outer = task;
    task = taskId;
    complaints.enter(taskId);
    return outer;
  }

  /** Remembers that the task that is read runs another flow. */
  void calls(FlowId called, Mark mark, String path) {
    calledFlows.add(new CalledFlow(called, mark, path, task));
  }

  /** In the order of the document. */
  List<CalledFlow> calledFlows() {
    return List.copyOf(calledFlows);
  }

  /** All templates seen so far. */
  List<Template> templates() {
    return templates;
  }

  /**
   * A template and its place.
   *
   * @param task the id of the innermost task that has it; absent outside of tasks
   */
  record Template(String text, Mark mark, String path, @Nullable String task) {}
}
