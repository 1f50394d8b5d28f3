package dev.legato.plugins.serdes.encrypt;

import dev.legato.plugin.NewFile;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugins.serdes.conversion.Conversion;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/** Encrypts a file. */
@TaskType(
    value = "io.kestra.plugin.compress.FileEncrypt",
    title = "Encrypts a file with a password.",
    description =
        """
        By default the file is one that `openssl enc -d -aes-256-cbc -pbkdf2 -iter 600000` reads. \
        With another `keyDerivation` it is in AES-256-GCM, which also notices changes.

        ```yaml
        id: sealed
        type: io.kestra.plugin.compress.FileEncrypt
        from: "{{ outputs.csv.uri }}"
        password: "{{ secret('FILES') }}"
        keyDerivation: ARGON2ID
        ```
        """)
public record FileEncrypt(
    @Property("The file, as a `kestra://` address.") URI from,
    @Property("The password.") String password,
    @Property(value = "How often PBKDF2 goes round.", defaultValue = "600000") int iterations,
    @Property(value = "How the password becomes a key.", defaultValue = "PBKDF2_SHA256")
        KeyDerivation keyDerivation,
    @Property(value = "The KiB that Argon2 and scrypt take.", defaultValue = "65536") int memory,
    @Property(value = "The lanes of Argon2 and scrypt.", defaultValue = "1") int parallelism,
    @Property(value = "The passes of Argon2.", defaultValue = "3") int argon2TimeCost)
    implements Task<FileEncrypt.Result> {
  /** What was written. */
  public record Result(@Property("The new file.") URI uri) {}

  /** Says nothing of the password. */
  @Override
  public String toString() {
    return "FileEncrypt[from=%s, keyDerivation=%s]".formatted(from, keyDerivation);
  }

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException {
    Keys.Cost cost;
    try {
      boolean isArgon = keyDerivation == KeyDerivation.ARGON2ID;
      cost = new Keys.Cost(isArgon ? argon2TimeCost : iterations, memory, parallelism);
    } catch (IllegalArgumentException e) {
      throw new TaskFailure(String.valueOf(e.getMessage()), e);
    }
    try (NewFile file = context.files().create("encrypted" + Conversion.extension(from) + ".enc")) {
      try (InputStream in = context.files().read(from)) {
        if (keyDerivation == KeyDerivation.PBKDF2_SHA256) {
          OpenSslFile.encrypt(in, file.content(), password, cost);
        } else {
          SealedFile.encrypt(in, file.content(), keyDerivation, password, cost);
        }
      }
      return new Result(file.keep());
    }
  }
}
