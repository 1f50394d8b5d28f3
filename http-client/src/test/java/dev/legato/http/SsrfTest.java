package dev.legato.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.plugin.http.HttpCall;
import dev.legato.plugin.http.HttpFailure;
import dev.legato.plugin.http.HttpOptions.Proxy;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No way of writing an address leads to where flows should not go. */
@Timeout(60)
class SsrfTest {
  private static final HttpRules NO_PRIVATE =
      new HttpRules(false, Set.of(), Duration.ofMinutes(1), 1_000);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data",
        "http://[::ffff:a9fe:a9fe]/",
        "http://[::ffff:169.254.169.254]/",
        "http://[::a9fe:a9fe]/",
        "http://[64:ff9b::a9fe:a9fe]/",
        "http://[2002:a9fe:a9fe::]/",
        "http://2852039166/",
        "http://169.16689662/",
        "http://[fe80::1]/",
        "http://[fd00:ec2::254]/",
        "http://169.254.1.1:8080/",
        "http://100.100.100.200/",
        "http://168.63.129.16/",
        "http://0.0.0.0/",
        "http://[::]/",
        "http://224.0.0.1/",
        "http://255.255.255.255/"
      })
  void metadataAndLinkLocalAddressesAreRefusedByDefault(String uri) {
    try (var client = new GuardedHttpClient(HttpRules.DEFAULTS, new Random(1))) {
      assertThatThrownBy(() -> client.send(HttpCall.get(URI.create(uri))))
          .isInstanceOf(HttpFailure.class)
          .hasMessageContaining("must not be called");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://localhost/",
        "http://2130706433/",
        "http://[::1]/",
        "http://[::ffff:7f00:1]/",
        "http://10.1.2.3/",
        "http://172.16.0.1/",
        "http://192.168.1.1/",
        "http://100.64.0.1/",
        "http://[fc00::1]/"
      })
  void privateAddressesAreRefusedWhereTheOperatorWantsThat(String uri) {
    try (var client = new GuardedHttpClient(NO_PRIVATE, new Random(1))) {
      assertThatThrownBy(() -> client.send(HttpCall.get(URI.create(uri))))
          .isInstanceOf(HttpFailure.class)
          .hasMessageContaining("it is private");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost./", "http://0x7f.1/"})
  void spellingsThatOnlySomeSystemsKnowLeadNowhereEither(String uri) {
    try (var client = new GuardedHttpClient(NO_PRIVATE, new Random(1))) {
      assertThatThrownBy(() -> client.send(HttpCall.get(URI.create(uri))))
          .isInstanceOf(HttpFailure.class)
          .hasMessageMatching("(?s).*(it is private|no host is named).*");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "gopher://127.0.0.1/x",
        "jar:http://127.0.0.1/a.jar!/b",
        "ftp://127.0.0.1/",
        "//127.0.0.1/",
        "x"
      })
  void otherSchemesAreRefused(String uri) {
    try (var client = new GuardedHttpClient(HttpRules.DEFAULTS, new Random(1))) {
      assertThatThrownBy(() -> client.send(HttpCall.get(URI.create(uri))))
          .isInstanceOf(HttpFailure.class)
          .hasMessageContaining("must begin with http:// or https://");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://169.254.169.254/, must not be called",
    "http://2852039166/, must not be called",
    "file:///etc/passwd, must begin with http",
    "gopher://127.0.0.1/, must begin with http"
  })
  void eachRedirectIsChecked(String location, String message) throws Exception {
    try (var server = new TestServer();
        var client = new GuardedHttpClient(HttpRules.DEFAULTS, new Random(1))) {
      server.on("/", TestServer.redirect(302, location));

      assertThatThrownBy(() -> client.send(HttpCall.get(server.uri("/"))))
          .isInstanceOf(HttpFailure.class)
          .hasMessageContaining(message);
    }
  }

  @Test
  void theAddressThatWasCheckedIsTheOneThatIsConnectedTo() throws Exception {
    AtomicInteger lookups = new AtomicInteger();
    HostLookup rebinding =
        _ -> addresses(lookups.getAndIncrement() == 0 ? "127.0.0.1" : "169.254.169.254");
    try (var server = new TestServer().on("/", TestServer.text(200, "checked"));
        var client = new GuardedHttpClient(HttpRules.DEFAULTS, new Random(1), rebinding)) {
      URI uri = URI.create("http://rebinding.example:%d/".formatted(server.port()));

      assertThat(Calls.body(client.send(HttpCall.get(uri)))).isEqualTo("checked");
      assertThat(lookups).hasValue(1);
    }
  }

  @Test
  void aNameWithAnUnderscoreIsAName() throws Exception {
    try (var server = new TestServer().on("/", TestServer.text(200, "found"));
        var client =
            new GuardedHttpClient(HttpRules.DEFAULTS, new Random(1), _ -> addresses("127.0.0.1"))) {
      URI uri = URI.create("http://my_service:%d/".formatted(server.port()));

      assertThat(Calls.body(client.send(HttpCall.get(uri)))).isEqualTo("found");
      assertThat(server.seen.getFirst().headers().getFirst("Host"))
          .isEqualTo("my_service:" + server.port());
    }
  }

  @Test
  void aNameOfWhichOneAddressIsRefusedIsRefused() {
    HostLookup mixed = _ -> addresses("127.0.0.1", "169.254.169.254");
    try (var client = new GuardedHttpClient(HttpRules.DEFAULTS, new Random(1), mixed)) {
      assertThatThrownBy(() -> client.send(HttpCall.get(URI.create("http://mixed.example/"))))
          .hasMessageContaining("169.254.169.254 must not be called");
    }
  }

  @Test
  void anExemptHostMayHaveAnyAddress() throws Exception {
    HttpRules rules = new HttpRules(false, Set.of("127.0.0.1"), Duration.ofMinutes(1), 1_000);
    try (var server = new TestServer().on("/", TestServer.text(200, "inside"));
        var client = new GuardedHttpClient(rules, new Random(1))) {
      assertThat(Calls.body(client.send(HttpCall.get(server.uri("/"))))).isEqualTo("inside");
    }
  }

  @Test
  void aProxyDoesNotHideTheTarget() throws Exception {
    try (var proxy = new RawServer(_ -> {});
        var client = new GuardedHttpClient(HttpRules.DEFAULTS, new Random(1))) {
      var options = Calls.through(new Proxy(Proxy.Kind.HTTP, "127.0.0.1", proxy.port(), null));

      assertThatThrownBy(
              () -> client.send(Calls.get(URI.create("http://169.254.169.254/"), options)))
          .hasMessageContaining("must not be called");
      assertThat(proxy.heads).isEmpty();
    }
  }

  private static InetAddress[] addresses(String... literals) throws UnknownHostException {
    InetAddress[] addresses = new InetAddress[literals.length];
    for (int i = 0; i < literals.length; i++) {
      addresses[i] = InetAddress.getByName(literals[i]);
    }
    return addresses;
  }
}
