/** What was measured, for people and for programs. Start at {@link Report}. */
@NullMarked
package dev.legato.bench.report;

import org.jspecify.annotations.NullMarked;
