package dev.legato.plugin.process;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a folder of Node modules has to have.
 *
 * @param npm that installs them, from the machine that it runs on
 * @param packageJson text of the file that asks for them
 * @param packageLock text of {@code package-lock.json}; absent when there is none
 */
public record NodeEnvironment(Path npm, String packageJson, @Nullable String packageLock) {}
