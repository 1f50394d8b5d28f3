package dev.legato.language.expression.function;

import dev.legato.language.expression.runtime.Call;
import dev.legato.language.expression.runtime.ExpressionFunction;
import dev.legato.language.expression.runtime.Signature;
import java.util.List;

/**
 * The functions of the language that need files, a database or the network, so that another module
 * must bring them. Here is what they are called; without that module a call says what is missing.
 */
public final class ExternalFunctions {
  public static final Signature SECRET =
      Signature.of("secret", "A secret: secret('API_KEY')", "key", "namespace", "subkey", "full");
  public static final Signature KV =
      Signature.of(
          "kv", "A value of the key-value store: kv('k')", "key", "namespace", "errorOnMissing");
  public static final Signature READ =
      Signature.of("read", "The text of a file: read('queries/a.sql')", "path", "namespace");
  public static final Signature FILE_URI =
      Signature.of("fileURI", "The URI of a namespace file", "path", "namespace");
  public static final Signature FILE_SIZE =
      Signature.of("fileSize", "The size of a file in bytes", "path", "namespace");
  public static final Signature FILE_EXISTS =
      Signature.of("fileExists", "Whether a file exists", "path", "namespace");
  public static final Signature IS_FILE_EMPTY =
      Signature.of("isFileEmpty", "Whether a file has no content", "path", "namespace");
  public static final Signature HTTP =
      Signature.of(
          "http",
          "The response of an HTTP request: http(uri='https://…')",
          "uri",
          "method",
          "query",
          "body",
          "contentType",
          "headers",
          "options",
          "accept");
  public static final Signature ERROR_LOGS =
      Signature.of("errorLogs", "The last error logs of the execution");
  public static final Signature RANDOM_PORT = Signature.of("randomPort", "A free local port");

  private static final List<Signature> ALL =
      List.of(
          SECRET,
          KV,
          READ,
          FILE_URI,
          FILE_SIZE,
          FILE_EXISTS,
          IS_FILE_EMPTY,
          IS_FILE_EMPTY.named("fileEmpty"),
          HTTP,
          ERROR_LOGS,
          RANDOM_PORT);

  private ExternalFunctions() {}

  /** What users can read about them. */
  public static List<Signature> signatures() {
    return ALL;
  }

  /** Stands in for each of them and fails, saying that it is not available. */
  public static List<ExpressionFunction> unavailable() {
    return ALL.stream().<ExpressionFunction>map(Unavailable::new).toList();
  }

  private record Unavailable(Signature signature) implements ExpressionFunction {
    @Override
    public Object call(Call call) {
      throw call.fail("is not available here");
    }

    @Override
    public boolean waits() {
      return true;
    }
  }
}
