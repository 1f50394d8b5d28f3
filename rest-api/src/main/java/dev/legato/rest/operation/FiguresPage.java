package dev.legato.rest.operation;

import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of this process as Prometheus reads them. Counting is up to the parts; the library
 * that formats is only loaded when somebody asks for the first time, because it costs start-up
 * time.
 */
public final class FiguresPage implements AutoCloseable {
  static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final List<MeterBinder> binders;
  private @Nullable PrometheusMeterRegistry registry;

  /**
   * Shows figures.
   *
   * @param binders what the parts of the server count, besides the figures of the JVM; may grow
   *     until figures are first asked for
   */
  public FiguresPage(List<MeterBinder> binders) {
    this.binders = binders;
  }

  Answer show(Call call) {
    return new Answer.Text(200, MEDIA_TYPE, registry().scrape());
  }

  private synchronized PrometheusMeterRegistry registry() {
    PrometheusMeterRegistry present = registry;
    if (present == null) {
      present = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
      bindAll(present);
      registry = present;
    }
    return present;
  }

  private void bindAll(MeterRegistry target) {
    var all = new ArrayList<MeterBinder>();
    all.add(new JvmMemoryMetrics());
    all.add(new JvmThreadMetrics());
    all.add(new ClassLoaderMetrics());
    all.add(new ProcessorMetrics());
    all.add(new UptimeMetrics());
    all.addAll(binders);
    all.forEach(binder -> binder.bindTo(target));
  }

  @Override
  public synchronized void close() {
    if (registry != null) {
      registry.close();
    }
  }
}
