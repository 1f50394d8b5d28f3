package dev.legato.plugin.http;

/**
 * Sends calls to other servers.
 *
 * <p>An address is checked when it is connected to, whatever name led there: link-local ones and
 * those where clouds keep credentials are refused, private ones where the operator wants that. At
 * most five redirects are followed, each checked alike; credentials are not sent on to another
 * server.
 */
public interface HttpClient {
  /**
   * Sends a call and waits for the head of its reply.
   *
   * @return to be closed by the caller; any status counts as a reply
   * @throws HttpFailure when there is no reply, or when the call may not be sent
   * @throws InterruptedException when the thread was told to give up
   */
  HttpReply send(HttpCall call) throws HttpFailure, InterruptedException;
}
