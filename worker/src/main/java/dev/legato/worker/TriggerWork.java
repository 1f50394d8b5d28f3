package dev.legato.worker;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.LogLevel;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A trigger of a plugin that has to look or to listen.
 *
 * @param trigger its id in the flow
 * @param type the full name of the plugin's trigger
 * @param properties all that its author wrote; texts are templates
 * @param logLevel lines below it are not kept
 * @param logToFile whether the lines of a look go to a file of the upcoming execution
 * @param variables what templates see
 * @param upcoming the execution that the next finding starts: files are stored for it
 */
public record TriggerWork(
    FlowId flow,
    String trigger,
    String type,
    Map<String, @Nullable Object> properties,
    LogLevel logLevel,
    boolean logToFile,
    Map<String, @Nullable Object> variables,
    Supplier<ExecutionId> upcoming) {}
