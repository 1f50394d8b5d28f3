package dev.legato.bench.cases;

import dev.legato.bench.report.Result;
import dev.legato.model.flow.FlowId;
import dev.legato.orchestrator.flow.FlowOutcome.Saved;
import dev.legato.orchestrator.trigger.WebhookOutcome.Nothing;
import dev.legato.orchestrator.trigger.Webhooks;
import dev.legato.server.Application;
import dev.legato.server.config.ServerConfig;
import java.util.Arrays;
import java.util.List;

/**
 * Whether the time of the answer tells whoever has no right key what exists. Each kind of wrong
 * address is tried in turn, so that whatever disturbs the measuring disturbs all alike; the slowest
 * tenth of the samples is left out.
 */
final class WrongKeys {
  private static final int SAMPLES = 200_000;
  private static final int WARM_UP = 50_000;
  private static final double KEPT = 0.9;

  /** Of the normal distribution: beyond it on either side lies one in a hundred. */
  private static final double AT_ONE_PERCENT = 2.576;

  private static final String KEY = "k9Qw3Zr7Lm2Xc8Vb5Nt1Hs";

  private static final List<Visitor> VISITORS =
      List.of(
          new Visitor("wrong key", "hooked", "a9Qw3Zr7Lm2Xc8Vb5Nt1Hs"),
          new Visitor("prefix of the key", "hooked", KEY.substring(0, KEY.length() - 1)),
          new Visitor("other end of the key", "hooked", KEY.substring(0, KEY.length() - 1) + "x"),
          new Visitor("no such flow", "missing", KEY),
          new Visitor("flow switched off", "off", "a9Qw3Zr7Lm2Xc8Vb5Nt1Hs"),
          new Visitor("no trigger", "plain", KEY));

  private WrongKeys() {}

  /** Somebody who has no right key. */
  private record Visitor(String name, String flow, String key) {}

  static List<Result> run(Settings settings) throws Exception {
    try (var application = Application.start(settings.data("keys"), ServerConfig.DEFAULTS)) {
      save(application, "hooked", "", true);
      save(application, "off", "disabled: true\n", true);
      save(application, "plain", "", false);
      long[][] nanos = measure(application.webhooks());
      double[] first = kept(nanos[0]);
      double differs = 0;
      Result result = Result.of("wrong keys of webhooks", "differ by < 1,000 ns at p = 0.01");
      for (int i = 0; i < nanos.length; i++) {
        double[] kept = kept(nanos[i]);
        result.with(VISITORS.get(i).name() + " ns", mean(kept));
        differs = Math.max(differs, differenceAtMost(first, kept));
      }
      return List.of(result.with("differ at most ns", differs));
    }
  }

  private static void save(Application application, String id, String more, boolean hooked) {
    String source =
        """
        id: %s
        namespace: bench
        %stasks:
          - {id: values, type: io.kestra.plugin.core.output.OutputValues, values: {a: b}}
        """
            .formatted(id, more);
    String trigger =
        """
        triggers:
          - {id: hook, type: io.kestra.plugin.core.trigger.Webhook, key: %s}
        """
            .formatted(KEY);
    if (!(application.flows().save(hooked ? source + trigger : source) instanceof Saved)) {
      throw new IllegalStateException("Expected the flow to be stored");
    }
  }

  private static long[][] measure(Webhooks webhooks) {
    var nanos = new long[VISITORS.size()][SAMPLES];
    for (int i = -WARM_UP; i < SAMPLES; i++) {
      for (int who = 0; who < nanos.length; who++) {
        Visitor visitor = VISITORS.get(who);
        var flow = new FlowId("bench", visitor.flow());
        long begin = System.nanoTime();
        boolean nothing = webhooks.find(flow, visitor.key()) == Nothing.INSTANCE;
        long took = System.nanoTime() - begin;
        if (!nothing) {
          throw new IllegalStateException("Expected no webhook for: " + visitor.name());
        }
        nanos[who][Math.max(0, i)] = took;
      }
    }
    return nanos;
  }

  private static double[] kept(long[] nanos) {
    return Arrays.stream(nanos)
        .sorted()
        .limit((long) (KEPT * nanos.length))
        .asDoubleStream()
        .toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  /** How far apart two means are at most, but for one time in a hundred. */
  private static double differenceAtMost(double[] one, double[] other) {
    double error = Math.sqrt(variance(one) / one.length + variance(other) / other.length);
    return Math.abs(mean(one) - mean(other)) + AT_ONE_PERCENT * error;
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(value -> (value - mean) * (value - mean)).average().orElse(0);
  }
}
