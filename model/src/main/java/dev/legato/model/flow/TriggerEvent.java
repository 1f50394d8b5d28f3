package dev.legato.model.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a trigger waits for. */
public sealed interface TriggerEvent {
  TriggerKind kind();

  /** Something that happens at instants known in advance. */
  sealed interface Timed extends TriggerEvent {
    /** Absent means what the server does by default. */
    @Nullable Recovery recovery();

    /** The id of a zone, or a template for one; absent means the server's. */
    @Nullable String timezone();

    @Override
    default TriggerKind kind() {
      return TriggerKind.SCHEDULE;
    }
  }

  /**
   * The times of a cron expression.
   *
   * @param withSeconds whether the first of six fields are seconds
   * @param lateMaximumDelay times that are longer ago are left out
   * @param backfillFrom where a new trigger begins (an old way to make up for the past)
   */
  record Schedule(
      String cron,
      boolean withSeconds,
      @Nullable String timezone,
      @Nullable Duration lateMaximumDelay,
      @Nullable Recovery recovery,
      DstGap gap,
      @Nullable Instant backfillFrom)
      implements Timed {}

  /**
   * Dates that are listed.
   *
   * @param dates texts or templates for dates with or without a zone, or one template for all
   */
  record OnDates(Object dates, @Nullable String timezone, @Nullable Recovery recovery)
      implements Timed {}

  /**
   * A call of the trigger's address.
   *
   * @param key a template for the secret end of the address
   * @param waits whether the answer waits until the execution has ended
   * @param returnsOutputs whether the answer has the outputs of the flow
   * @param answerType the content type of the answer
   */
  record Webhook(
      String key, boolean waits, boolean returnsOutputs, String answerType, BodyUse bodyUse)
      implements TriggerEvent {
    /** Where the body of the call goes. */
    public enum BodyUse {
      /** Into a variable. */
      FETCH,
      /** Into a file of the internal storage. */
      STORE,
      /** Nowhere. */
      NONE
    }

    @Override
    public TriggerKind kind() {
      return TriggerKind.WEBHOOK;
    }
  }

  /**
   * A call of the flow as a tool, by a client of the Model Context Protocol.
   *
   * @param name under which clients call it, one of its kind on its server
   * @param title for people
   * @param description tells the client's language model what the tool does and when to use it
   * @param server on which it is offered
   */
  record McpTool(String name, String title, String description, String server, Hints hints)
      implements TriggerEvent {
    /** The server of tools that name none. */
    public static final String DEFAULT_SERVER = "default";

    /**
     * What clients are told about the tool beforehand; nothing depends on it here.
     *
     * @param readOnly whether it changes nothing
     * @param destructive whether it may change or remove what is there, rather than only add
     * @param openWorld whether it deals with things outside
     * @param idempotent whether a second call with the same arguments changes nothing more
     * @param returnDirect whether the answer is to be shown as it is
     */
    public record Hints(
        boolean readOnly,
        boolean destructive,
        boolean openWorld,
        boolean idempotent,
        boolean returnDirect) {}

    @Override
    public TriggerKind kind() {
      return TriggerKind.MCP_TOOL;
    }
  }

  /**
   * A change of an execution of another flow.
   *
   * @param states names of the states that count; absent for those in which an execution has ended,
   *     and PAUSED
   * @param joins all must be complete; none when each execution counts for itself
   * @param onMiss what to do when the window of the last join ends in vain; absent for nothing
   */
  record FlowChange(@Nullable List<String> states, List<Join> joins, @Nullable OnMiss onMiss)
      implements TriggerEvent {
    /**
     * An execution is made that ends as FAILED at once.
     *
     * @param labels that it gets besides those of the trigger
     */
    public record OnMiss(List<Label> labels) {}

    @Override
    public TriggerKind kind() {
      return TriggerKind.FLOW;
    }
  }

  /**
   * What a plugin finds out when it is asked every now and then.
   *
   * @param type the full name of the plugin's trigger
   * @param properties of the plugin's trigger; texts are templates
   * @param interval from one question to the next
   * @param maxInterval the longest time between questions that fail, at least {@code interval}
   */
  record Polling(
      String type,
      Map<String, @Nullable Object> properties,
      Duration interval,
      Duration maxInterval)
      implements TriggerEvent {
    @Override
    public TriggerKind kind() {
      return TriggerKind.POLLING;
    }
  }

  /**
   * What a plugin hears while it listens.
   *
   * @param type the full name of the plugin's trigger
   * @param properties of the plugin's trigger; texts are templates
   */
  record Listening(String type, Map<String, @Nullable Object> properties) implements TriggerEvent {
    @Override
    public TriggerKind kind() {
      return TriggerKind.REALTIME;
    }
  }
}
