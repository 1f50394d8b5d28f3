/** What programs write: from bytes to lines to outputs, figures and log lines. */
@NullMarked
package dev.legato.process.output;

import org.jspecify.annotations.NullMarked;
