package dev.legato.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.legato.plugin.http.HttpCall;
import dev.legato.plugin.http.HttpFailure;
import dev.legato.plugin.http.HttpOptions;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TlsTest {
  private static final String PASSWORD = "for-tests-only";

  @TempDir private Path folder;

  @Test
  void aCertificateThatNobodyVouchesForIsRefusedUnlessTheFlowSaysOtherwise() throws Exception {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    server.setHttpsConfigurator(new HttpsConfigurator(context()));
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            TestServer.text(200, "secure").to(exchange);
          }
        });
    server.start();
    URI uri = URI.create("https://localhost:%d/".formatted(server.getAddress().getPort()));
    HttpOptions defaults = HttpOptions.DEFAULTS;
    HttpOptions trusting =
        new HttpOptions(
            defaults.connectTimeout(),
            defaults.readTimeout(),
            defaults.idleTimeout(),
            defaults.maxBytes(),
            true,
            null,
            null,
            true);
    try (var client = new GuardedHttpClient(HttpRules.DEFAULTS, new Random(1))) {
      assertThatThrownBy(() -> client.send(HttpCall.get(uri)))
          .isInstanceOf(HttpFailure.class)
          .hasMessageContaining("no secure connection can be made");
      assertThat(Calls.body(client.send(Calls.get(uri, trusting)))).isEqualTo("secure");
    } finally {
      server.stop(0);
      threads.close();
    }
  }

  private SSLContext context() throws Exception {
    Path file = folder.resolve("keys.p12");
    int code =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "test",
                "-dname",
                "CN=localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .start()
            .waitFor();
    assertThat(code).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
