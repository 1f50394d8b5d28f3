package dev.legato.plugins.serdes;

import com.sun.management.OperatingSystemMXBean;
import dev.legato.data.ion.IonRowWriter;
import dev.legato.plugin.NewFile;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFiles;
import dev.legato.plugin.TaskLog;
import dev.legato.plugin.type.TypeCatalog;
import dev.legato.plugins.serdes.conversion.Converted;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the tasks between Ion and CSV with files on the disk. Run it with a small heap: {@code
 * java -Xmx256m … ConversionBench 1000000}.
 */
final class ConversionBench {
  private static final TypeCatalog TYPES =
      TypeCatalog.of(List.of(ConversionBench.class.getClassLoader()));

  private final Path folder;
  private final TaskContext context;

  private ConversionBench(Path folder) {
    this.folder = folder;
    TaskFiles files = new DiskFiles(folder);
    this.context =
        (TaskContext)
            Proxy.newProxyInstance(
                ConversionBench.class.getClassLoader(),
                new Class<?>[] {TaskContext.class},
                (_, method, _) ->
                    switch (method.getName()) {
                      case "files" -> files;
                      case "log" -> (TaskLog) (level, message) -> System.out.println(message);
                      default -> null;
                    });
  }

  public static void main(String[] arguments) throws Exception {
    int rows = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory("bench");
    ConversionBench bench = new ConversionBench(folder);
    URI ion = bench.rows(rows);
    for (int round = 1; round <= 3; round++) {
      URI csv = bench.measured("io.kestra.plugin.serdes.csv.IonToCsv", ion, rows, round);
      bench.measured("io.kestra.plugin.serdes.csv.CsvToIon", csv, rows, round);
    }
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private URI rows(int count) throws IOException {
    Path file = folder.resolve("given.ion");
    try (IonRowWriter writer = IonRowWriter.text(Files.newOutputStream(file))) {
      for (int i = 0; i < count; i++) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int c = 0; c < 10; c++) {
          row.put("column" + c, c < 7 ? "value " + i + " of " + c : (Object) (i * 31L + c));
        }
        writer.write(row);
      }
    }
    return file.toUri();
  }

  private URI measured(String type, URI from, int rows, int round) throws Exception {
    var task = TYPES.binder(type).orElseThrow().bind(Map.of("from", from.toString()));
    long cpu = cpu();
    long start = System.nanoTime();
    Converted converted = (Converted) task.run(context);
    double wall = (System.nanoTime() - start) / 1e9;
    double used = (cpu() - cpu) / 1e9;
    System.out.printf(
        "%s, round %d: %,d rows, %,.0f a second, %,.0f a second of CPU%n",
        type.substring(type.lastIndexOf('.') + 1),
        round,
        converted.size(),
        rows / wall,
        rows / used);
    return converted.uri();
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private record DiskFiles(Path folder) implements TaskFiles {
    @Override
    public InputStream read(URI file) throws IOException {
      return Files.newInputStream(Path.of(file));
    }

    @Override
    public long size(URI file) throws IOException {
      return Files.size(Path.of(file));
    }

    @Override
    public boolean delete(URI file) throws IOException {
      return Files.deleteIfExists(Path.of(file));
    }

    @Override
    public List<URI> deleteAllOfExecution() {
      return List.of();
    }

    @Override
    public NewFile create(String name) throws IOException {
      Path file = folder.resolve(name);
      OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 64 << 10);
      return new NewFile() {
        @Override
        public OutputStream content() {
          return out;
        }

        @Override
        public URI keep() throws IOException {
          out.close();
          return file.toUri();
        }

        @Override
        public void close() throws IOException {
          out.close();
        }
      };
    }
  }
}
