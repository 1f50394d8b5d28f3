/**
 * Kills the server at random moments and checks from outside that it kept its promises. Start
 * reading at {@link dev.legato.server.crash.CrashTest}.
 */
@NullMarked
package dev.legato.server.crash;

import org.jspecify.annotations.NullMarked;
