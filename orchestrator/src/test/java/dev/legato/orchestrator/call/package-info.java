/** Tests of calls. */
@NullMarked
package dev.legato.orchestrator.call;

import org.jspecify.annotations.NullMarked;
