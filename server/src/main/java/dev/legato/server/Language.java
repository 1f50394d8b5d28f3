package dev.legato.server;

import dev.legato.http.GuardedHttpClient;
import dev.legato.language.expression.ExpressionException;
import dev.legato.language.expression.ExpressionLimits;
import dev.legato.language.expression.Expressions;
import dev.legato.language.flow.FlowParser;
import dev.legato.orchestrator.expression.OutsideFunctions;
import dev.legato.orchestrator.namespace.Namespaces;
import dev.legato.plugin.type.TypeCatalog;
import dev.legato.server.config.ServerConfig;
import dev.legato.server.service.CalledOverHttp;
import dev.legato.server.service.KnownSecrets;
import dev.legato.server.service.SingleTask;
import dev.legato.storage.Storage;
import dev.legato.storage.file.FileStore;
import dev.legato.worker.PropertyRenderer;
import dev.legato.worker.TaskLanguage;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Puts the language of flows together with the installed plugins. */
public final class Language {
  private Language() {}

  /** A parser for commands that only read flows and run none. */
  public static FlowParser parser() {
    return new FlowParser(types(), expressions());
  }

  /** Expressions for commands, without what only a server has: files, values, secrets, logs. */
  public static Expressions expressions() {
    return new Expressions(
        InstantSource.system(),
        new SecureRandom(),
        ExpressionLimits.DEFAULT,
        ServerConfig.DEFAULTS.expressions());
  }

  /** What expressions of a server can reach. */
  record Outside(
      Storage storage,
      Namespaces namespaces,
      FileStore files,
      GuardedHttpClient http,
      KnownSecrets secrets) {}

  /** Expressions of a server. */
  static Expressions expressions(
      ServerConfig config, Outside reached, InstantSource clock, RandomGenerator random) {
    var outside =
        new OutsideFunctions.Outside(
            reached.files(),
            reached.storage().keyValues(),
            reached.storage().logs(),
            reached.storage().executions()::findRecord,
            reached.secrets(),
            new CalledOverHttp(reached.http()));
    return new Expressions(
            clock,
            random,
            ExpressionLimits.DEFAULT,
            config.expressions(),
            OutsideFunctions.all(outside))
        .withNamespaces(reached.namespaces()::variables)
        .withSeal(reached.secrets().seal());
  }

  /** The installed task types. */
  public static TypeCatalog types() {
    return TypeCatalog.of(List.of(Language.class.getClassLoader()));
  }

  /** How tasks are made of what flows say about them. */
  static TaskLanguage tasks(TypeCatalog types, Expressions expressions, FlowParser parser) {
    return new TaskLanguage(types, new Properties(expressions), new SingleTask(parser)::read);
  }

  /** Renders with the expressions of this server. */
  private record Properties(Expressions expressions) implements PropertyRenderer {
    @Override
    public Object render(Object value, Map<String, ?> variables) throws RenderingException {
      try {
        Object rendered = expressions.renderDeep(value, variables);
        return rendered == null ? "" : rendered; // only a value that was null renders to null
      } catch (ExpressionException e) {
        throw new RenderingException(reason(e), e);
      }
    }

    @Override
    public @Nullable Object evaluate(String template, Map<String, ?> variables)
        throws RenderingException {
      try {
        return expressions.renderValue(template, variables);
      } catch (ExpressionException e) {
        throw new RenderingException(reason(e), e);
      }
    }

    @Override
    public PropertyRenderer tellingSecrets(Consumer<String> listener) {
      return new Properties(expressions.tellingSecrets(listener));
    }

    private static String reason(ExpressionException e) {
      return e.getMessage() == null ? "The expression failed." : e.getMessage();
    }
  }
}
