package dev.legato.rules;

/** What code can take from its surroundings instead of being given it. */
enum Ambient {
  TIME("take a Clock or an InstantSource") {
    @Override
    boolean covers(Call call) {
      return switch (call.owner()) {
        case "java.lang.System" -> call.is("currentTimeMillis", "nanoTime");
        case "java.time.Clock" -> call.member().startsWith("system") || call.is("tickMillis");
        case "java.time.InstantSource" -> call.is("system");
        case "java.time.ZoneId" -> call.is("systemDefault");
        case "java.util.TimeZone" -> call.is("getDefault");
        case "java.util.Calendar" -> call.is("getInstance");
        case "java.util.Date" -> call.is("<init>") && call.parameters().isEmpty();
        default ->
            call.owner().startsWith("java.time.")
                && call.is("now")
                && !call.takes("java.time.Clock");
      };
    }
  },

  RANDOMNESS("take a RandomGenerator") {
    @Override
    boolean covers(Call call) {
      return switch (call.owner()) {
        case "java.lang.Math", "java.lang.StrictMath" -> call.is("random");
        case "java.util.UUID" -> call.is("randomUUID");
        case "java.util.Collections" ->
            call.is("shuffle") && !call.takes("java.util.random.RandomGenerator");
        case "java.util.Random", "java.util.SplittableRandom", "java.security.SecureRandom" ->
            call.is("<init>");
        case "java.util.concurrent.ThreadLocalRandom" -> call.is("current");
        case "java.util.random.RandomGenerator" -> call.is("of", "getDefault");
        default -> false;
      };
    }
  },

  THREADS("take an Executor, or ask for the edge to be listed") {
    @Override
    boolean covers(Call call) {
      return switch (call.owner()) {
        case "java.lang.Thread" ->
            call.is("<init>", "ofVirtual", "ofPlatform", "startVirtualThread");
        case "java.util.Timer",
            "java.util.concurrent.ForkJoinPool",
            "java.util.concurrent.ThreadPoolExecutor",
            "java.util.concurrent.ScheduledThreadPoolExecutor" ->
            call.is("<init>", "commonPool");
        case "java.util.concurrent.Executors" -> call.member().startsWith("new");
        case "java.util.concurrent.CompletableFuture" ->
            call.member().endsWith("Async") && !call.takes("java.util.concurrent.Executor");
        // The compiler names the static type of the receiver: List, Set, IntStream, ...
        default -> call.owner().startsWith("java.util.") && call.is("parallelStream", "parallel");
      };
    }
  },

  SLEEP("wait for the thing itself: a future, a queue, a timer row") {
    @Override
    boolean covers(Call call) {
      return switch (call.owner()) {
        case "java.lang.Thread", "java.util.concurrent.TimeUnit" -> call.is("sleep");
        case "java.util.concurrent.locks.LockSupport" -> call.is("parkNanos", "parkUntil");
        default -> false;
      };
    }
  },

  FILES("take a Path that an edge has checked") {
    @Override
    boolean covers(Call call) {
      return switch (call.owner()) {
        case "java.nio.file.Path" -> call.is("of");
        case "java.nio.file.Paths" -> call.is("get");
        case "java.nio.file.FileSystems" -> call.is("getDefault");
        case "java.nio.file.Files" ->
            call.is("createTempFile", "createTempDirectory") && !call.takes("java.nio.file.Path");
        case "java.io.File" -> call.is("<init>", "createTempFile");
        case "java.io.FileInputStream",
            "java.io.FileOutputStream",
            "java.io.FileReader",
            "java.io.FileWriter",
            "java.io.RandomAccessFile" ->
            call.is("<init>") && call.takes("java.lang.String");
        default -> false;
      };
    }
  },

  ENVIRONMENT("take a value from the configuration") {
    @Override
    boolean covers(Call call) {
      return call.owner().equals("java.lang.System")
          && call.is("getenv", "getProperty", "getProperties", "setProperty", "exit");
    }
  },

  CONSOLE("log, or return what there is to say") {
    @Override
    boolean covers(Call call) {
      return (call.owner().equals("java.lang.System") && call.is("out", "err", "in"))
          || (call.is("printStackTrace") && call.parameters().isEmpty());
    }
  };

  private final String remedy;

  Ambient(String remedy) {
    this.remedy = remedy;
  }

  abstract boolean covers(Call call);

  String remedy() {
    return remedy;
  }
}
