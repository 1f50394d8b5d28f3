package dev.legato.plugin.process;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a program ended.
 *
 * @param exitCode 0 for success; 128 and the number of the signal for a program that one has ended
 * @param vars the outputs that it wrote, JSON values by name, in the order of their first writing
 * @param outputLines how many lines it wrote to its standard output
 * @param errorLines how many lines it wrote to its error stream
 * @param details what the runner tells about itself, such as the id of a container
 */
public record ProgramEnd(
    int exitCode,
    Map<String, @Nullable Object> vars,
    long outputLines,
    long errorLines,
    Map<String, String> details) {}
