/** What is measured. Start at {@link BenchCase}. */
@NullMarked
package dev.legato.bench.cases;

import org.jspecify.annotations.NullMarked;
