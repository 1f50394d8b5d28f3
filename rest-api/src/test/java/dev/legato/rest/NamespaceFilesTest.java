package dev.legato.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.rest.Installation.Reply;
import dev.legato.storage.file.SafePath;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamespaceFilesTest {
  private static final String FILES = "/api/v1/main/namespaces/shop.eu/files";

  @TempDir private Path directory;
  private Installation site;

  @BeforeEach
  void open() {
    site = new Installation(directory);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private Reply write(String path, String text) {
    return upload(path, "data.txt", text.getBytes(StandardCharsets.UTF_8));
  }

  private Reply upload(String path, String fileName, byte[] content) {
    return site.upload(FILES + "?path=" + path, "fileContent", fileName, content);
  }

  private String read(String query) {
    Reply reply = site.get(FILES + "?path=" + query);
    return reply.status() + " " + reply.http().body();
  }

  private Reply move(String from, String to) {
    return site.send(
        site.request(FILES + "?from=" + from + "&to=" + to).PUT(BodyPublishers.noBody()).build());
  }

  private static byte[] zip(Map<String, String> files) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new IllegalStateException("Expected memory to hold an archive", e);
    }
    return bytes.toByteArray();
  }

  @Test
  void aFileIsWrittenReadListedMovedAndDeleted() {
    assertThat(write("//queries/a.sql", "select 1").status()).isEqualTo(200);

    assertThat(read("queries/a.sql")).isEqualTo("200 select 1");
    assertThat(site.get(FILES + "/directory").json().get(0).get("type").asString())
        .isEqualTo("Directory");
    var listed = site.get(FILES + "/directory?path=/queries/").json().get(0);
    assertThat(listed.get("fileName").asString()).isEqualTo("a.sql");
    assertThat(listed.get("size").asInt()).isEqualTo(8);
    assertThat(site.get(FILES + "/search?q=QUER").http().body()).isEqualTo("[\"/queries/a.sql\"]");
    assertThat(move("/queries", "/sql").status()).isEqualTo(200);
    assertThat(read("queries/a.sql")).startsWith("404");
    assertThat(site.get(FILES + "/stats?path=sql/a.sql").json().get("type").asString())
        .isEqualTo("File");
    assertThat(site.delete(FILES + "?path=/sql/a.sql").status()).isEqualTo(200);
    assertThat(site.get(FILES + "/directory").http().body()).isEqualTo("[]");
    assertThat(site.delete(FILES + "?path=/sql").status()).isEqualTo(200);
    assertThat(site.get(FILES + "/directory?path=sql").status()).isEqualTo(404);
    assertThat(site.get(FILES + "/stats").json().get("type").asString()).isEqualTo("Directory");
  }

  @Test
  void olderContentsCanBeReadAndPartsOfAFileToo() throws Exception {
    write("a", "one");
    write("a", "second");

    assertThat(read("a&revision=1")).isEqualTo("200 one");
    assertThat(read("a&revision=2")).isEqualTo("200 second");
    assertThat(read("a&revision=3")).startsWith("404");
    Reply revisions = site.get(FILES + "/revisions?path=a");
    assertThat(revisions.json()).hasSize(2);
    assertThat(revisions.json().get(0).get("revision").asInt()).isEqualTo(1);
    Reply part = site.send(site.request(FILES + "?path=a").header("Range", "bytes=1-3").build());
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.http().body()).isEqualTo("eco");
    assertThat(
            site.send(site.request(FILES + "?path=a").header("Range", "bytes=99-").build())
                .status())
        .isEqualTo(416);
  }

  @Test
  void nothingIsOverwrittenByMoving() {
    write("a", "a");
    write("b", "b");
    site.post(FILES + "/directory?path=c");

    assertThat(move("a", "b").status()).isEqualTo(409);
    assertThat(move("none", "d").status()).isEqualTo(404);
    assertThat(write("c", "file").status()).isEqualTo(409);
    assertThat(site.post(FILES + "/directory?path=a").status()).isEqualTo(409);
    assertThat(read("b")).isEqualTo("200 b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../a",
        "a/../../b",
        "..%2fa",
        "%2E%2E/a",
        "%252e%252e/a",
        "..%5Ca",
        "a%5Cb",
        "C:/a",
        "_flows/a.txt",
        "_flows",
        "a%00b",
        "./a",
        "a%0Ab",
        "%EF%BC%8E%EF%BC%8E/a",
        "/"
      })
  void pathsThatLeadElsewhereAreRefused(String path) {
    assertThat(write(path, "x").status()).isBetween(400, 422);
    assertThat(site.get(FILES + "?path=" + path).status()).isBetween(400, 422);
    assertThat(site.delete(FILES + "?path=" + path).status()).isBetween(400, 422);
    assertThat(site.files().listBelow(SafePath.TOP, Optional.empty(), 10)).isEmpty();
  }

  @Test
  void anArchiveBringsFilesAndFlowsAndComesBackAsItWas() throws Exception {
    String flow =
        """
        id: load
        namespace: somewhere.else
        tasks:
          - {id: a, type: test.Echo, text: x}
        """;
    Map<String, String> files =
        new TreeMap<>(Map.of("q/a.sql", "a", "b.txt", "b", "_flows/load.yml", flow));

    assertThat(upload("/any", "all.ZIP", zip(files)).status()).isEqualTo(200);

    assertThat(read("q/a.sql")).isEqualTo("200 a");
    assertThat(site.get("/api/v1/flows/shop.eu/load").status()).isEqualTo(200);
    var exported =
        site.client().send(site.request(FILES + "/export").build(), BodyHandlers.ofByteArray());
    assertThat(exported.headers().firstValue("Content-Disposition").orElse(""))
        .contains("shop.eu_files.zip");
    Map<String, String> found = new TreeMap<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(exported.body()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        found.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(found).containsOnlyKeys(files.keySet()).containsEntry("q/a.sql", "a");
    assertThat(found.get("_flows/load.yml")).contains("namespace: shop.eu");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../evil", "/etc/evil", "a/../../evil", "a\\..\\evil", "B.TXT", "_flows/x.txt"})
  void anArchiveWithAWrongNameChangesNothing(String name) {
    Map<String, String> files = new TreeMap<>(Map.of("b.txt", "b", name, "evil"));

    assertThat(upload("x", "all.zip", zip(files)).status()).isEqualTo(422);

    assertThat(site.files().listBelow(SafePath.TOP, Optional.empty(), 10)).isEmpty();
  }

  @Test
  void anArchiveThatUnpacksToFarMoreThanItIsChangesNothing() {
    byte[] bomb = zip(Map.of("bomb", "0".repeat(64 << 20)));

    Reply reply = upload("x", "all.zip", bomb);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.http().body()).contains("unpacks to more than is allowed");
    assertThat(site.files().listBelow(SafePath.TOP, Optional.empty(), 10)).isEmpty();
  }

  @Test
  void whatIsNoArchiveOrHoldsAWrongFlowIsRefused() {
    assertThat(upload("x", "all.zip", new byte[] {1, 2, 3}).status()).isEqualTo(422);
    assertThat(upload("x", "all.zip", zip(Map.of("_flows/a.yml", "id: a", "b.txt", "b"))).status())
        .isEqualTo(422);
    assertThat(site.files().listBelow(SafePath.TOP, Optional.empty(), 10)).isEmpty();
  }

  @Test
  void aFlowCanBeWrittenLikeAFile() {
    Reply reply =
        write(
            "/_flows/load.yml",
            "id: load\nnamespace: x\ntasks:\n  - {id: a, type: test.Echo, text: x}\n");

    assertThat(reply.http().body()).isEmpty();
    assertThat(reply.status()).isEqualTo(200);
    assertThat(site.get("/api/v1/flows/shop.eu/load").status()).isEqualTo(200);
  }

  @Test
  void anArchiveWithALinkIsRefusedAsAWhole() {
    byte[] archive = zip(Map.of("a.txt", "plain", "link", "/etc/passwd"));
    byte[] linked = archive.clone();
    var list = ByteBuffer.wrap(linked).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at + 46 < linked.length; at++) { // the list of entries is at the end
      boolean isLink = list.getInt(at) == 0x02014b50 && linked[at + 46] == 'l';
      if (isLink) {
        list.put(at + 5, (byte) 3).putInt(at + 38, 0xA1FF << 16);
      }
    }

    assertThat(upload("x", "a.zip", linked).status()).isEqualTo(422);
    assertThat(site.get(FILES + "/directory").http().body()).isEqualTo("[]");
    assertThat(upload("x", "a.zip", archive).status()).isEqualTo(200);
  }

  @Test
  void linesThatHoldATextAreFound() {
    write("queries/a.sql", "select *\nfrom Orders o\n-- orders\n");
    write("b.txt", "x".repeat(500) + "orders" + "y".repeat(500));
    write("picture.png", "orders\0");
    write("large.csv", "orders\n".repeat(200_000));

    assertThat(site.get(FILES + "/lines?q=ORDERS&limit=3").json().toString())
        .isEqualTo(
            """
            {"results":[{"path":"/b.txt","line":1,"text":"%s"},\
            {"path":"/queries/a.sql","line":2,"text":"from Orders o"},\
            {"path":"/queries/a.sql","line":3,"text":"-- orders"}],"truncated":false}"""
                .formatted("x".repeat(60) + "orders" + "y".repeat(134)));
    assertThat(site.get(FILES + "/lines?q=orders&limit=1").json().get("truncated").asBoolean())
        .isTrue();
    assertThat(site.get(FILES + "/lines").status()).isEqualTo(400);
  }
}
