package dev.legato.server;

import dev.legato.model.execution.TaskRunStatus;
import dev.legato.worker.WorkerFigures;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** What worker and orchestrator count, under the names that dashboards know. */
final class Figures implements MeterBinder {
  private final Application application;

  Figures(Application application) {
    this.application = application;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("kestra.worker.job.running", application, a -> figures(a).running())
        .description("Attempts that run")
        .register(registry);
    Gauge.builder("kestra.worker.job.pending", application, a -> figures(a).waiting())
        .description("Attempts that wait for a free place")
        .register(registry);
    Gauge.builder("kestra.executor.command.waiting", application, a -> a.orchestrator().waiting())
        .description("Commands that wait to be decided")
        .register(registry);
    Gauge.builder("kestra.scheduler.trigger.count", application, a -> a.triggers().armed())
        .description("Triggers that wait for an instant")
        .register(registry);
    Gauge.builder("kestra.worker.trigger.running.count", application, a -> a.evaluatingTriggers())
        .description("Triggers of plugins that look or listen")
        .register(registry);
    count(
        registry,
        "kestra.worker.trigger.started.count",
        "Times that triggers of plugins began to look or to listen",
        application,
        Application::triggerEvaluations);
    bindFirings(registry);
    count(
        registry,
        "kestra.worker.started.count",
        "Attempts that were started",
        application,
        a -> figures(a).started());
    for (TaskRunStatus status : TaskRunStatus.values()) {
      if (status.isTerminal()) {
        FunctionCounter.builder("kestra.worker.ended.count", application, a -> ended(a, status))
            .tag("state", status.name())
            .description("Attempts that ended")
            .register(registry);
      }
    }
  }

  private void bindFirings(MeterRegistry registry) {
    count(
        registry,
        "kestra.scheduler.evaluate.count",
        "Times that a trigger was looked at because its instant had come",
        application,
        a -> a.firings().looks());
    count(
        registry,
        "kestra.worker.trigger.execution.count",
        "Executions of triggers, but for webhooks",
        application,
        a -> a.firings().executions());
    count(
        registry,
        "kestra.worker.trigger.error.count",
        "Executions of triggers that could not be stored and are tried again",
        application,
        a -> a.firings().failures());
    FunctionTimer.builder(
            "kestra.scheduler.trigger.delay.duration",
            application,
            a -> a.firings().onDates(),
            a -> a.firings().late().toNanos(),
            TimeUnit.NANOSECONDS)
        .description("From the date of a schedule until its execution is on disk")
        .register(registry);
  }

  private static double ended(Application application, TaskRunStatus status) {
    return figures(application).ended().entrySet().stream()
        .filter(entry -> entry.getKey().status() == status)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static void count(
      MeterRegistry registry,
      String name,
      String description,
      Application application,
      ToDoubleFunction<Application> value) {
    FunctionCounter.builder(name, application, value).description(description).register(registry);
  }

  private static WorkerFigures figures(Application application) {
    return application.worker().figures();
  }
}
