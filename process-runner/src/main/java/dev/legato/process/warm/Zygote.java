package dev.legato.process.warm;

import dev.legato.process.tree.Mark;
import dev.legato.process.tree.RunningProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A started interpreter, seen from the server. What is said between them stands in zygote.py. */
final class Zygote implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Zygote.class);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int SECONDS_TO_ANSWER = 20;
  private static final int KILLED = 137;

  private final Process process;
  private final Path folder;
  private final AtomicLong number = new AtomicLong();
  private final Map<Long, Child> children = new ConcurrentHashMap<>();

  /**
   * @param process that has just been started
   * @param folder for pipes
   */
  Zygote(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
    Thread.ofPlatform().daemon().name("warm-python-" + process.pid()).start(this::listen);
  }

  /**
   * What to run.
   *
   * @param arguments the script and its own arguments
   * @param mark that the environment holds, too
   */
  record Script(
      List<String> arguments, Path directory, Map<String, String> environment, Mark mark) {}

  boolean isAlive() {
    return process.isAlive();
  }

  boolean isIdle() {
    return children.isEmpty();
  }

  RunningProgram start(Script script) throws IOException, InterruptedException {
    long run = number.incrementAndGet();
    Path pipes = folder.resolve(process.pid() + "-" + run);
    Child child = new Child(script.mark());
    children.put(run, child);
    boolean started = false;
    try {
      say(
          Map.of(
              "run",
              run,
              "fifo",
              pipes.toString(),
              "arguments",
              script.arguments(),
              "directory",
              script.directory().toString(),
              "environment",
              script.environment()));
      await(child.ready);
      child.output = Files.newInputStream(folder.resolve(pipes.getFileName() + ".out"));
      child.errors = Files.newInputStream(folder.resolve(pipes.getFileName() + ".err"));
      say(Map.of("go", run));
      await(child.started);
      started = true;
      return child;
    } finally {
      if (!started) {
        children.remove(run);
        close(); // nobody knows what it is doing
      }
    }
  }

  private void await(CompletableFuture<?> answer) throws IOException, InterruptedException {
    try {
      answer.get(SECONDS_TO_ANSWER, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the interpreter does not answer", e);
    }
  }

  private void say(Map<String, ?> request) throws IOException {
    byte[] line = (JSON.writeValueAsString(request) + "\n").getBytes(StandardCharsets.UTF_8);
    synchronized (process) {
      OutputStream out = process.getOutputStream();
      out.write(line);
      out.flush();
    }
  }

  private void listen() {
    try (var answers =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = answers.readLine(); line != null; line = answers.readLine()) {
        hear(JSON.readValue(line, Answer.class));
      }
    } catch (IOException | JacksonException e) {
      log.atDebug().setCause(e).log("a warm interpreter cannot be heard any more");
    } finally {
      close();
      children.values().forEach(Child::lost);
      children.clear();
    }
  }

  /** What it says: one of the numbers, and what belongs to it. */
  record Answer(Long ready, Long started, Long ended, Long pid, Integer code) {}

  private void hear(Answer answer) {
    if (answer.ready() != null) {
      child(answer.ready()).ready.complete(true);
    } else if (answer.started() != null) {
      child(answer.started()).started.complete(answer.pid());
    } else if (answer.ended() != null) {
      Child child = children.remove(answer.ended());
      if (child != null) {
        child.ended.complete(answer.code());
      }
    }
  }

  private Child child(long run) {
    return children.getOrDefault(run, Child.NOBODY);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** A script that runs. */
  private static final class Child implements RunningProgram {
    static final Child NOBODY = new Child(new Mark("nobody"));

    final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    final CompletableFuture<Long> started = new CompletableFuture<>();
    final CompletableFuture<Integer> ended = new CompletableFuture<>();
    volatile InputStream output = InputStream.nullInputStream();
    volatile InputStream errors = InputStream.nullInputStream();
    private final Mark mark;

    Child(Mark mark) {
      this.mark = mark;
    }

    void lost() {
      ready.completeExceptionally(new IOException("it has ended"));
      started.completeExceptionally(new IOException("it has ended"));
      ended.complete(KILLED);
    }

    @Override
    public InputStream output() {
      return output;
    }

    @Override
    public InputStream errors() {
      return errors;
    }

    @Override
    public int await() throws InterruptedException {
      try {
        return ended.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("Expected an end, but got a failure", e);
      }
    }

    @Override
    public boolean isAlive() {
      return !ended.isDone();
    }

    @Override
    public long pid() {
      return started.join();
    }

    @Override
    public Mark mark() {
      return mark;
    }
  }
}
