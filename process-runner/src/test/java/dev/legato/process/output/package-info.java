@NullMarked
package dev.legato.process.output;

import org.jspecify.annotations.NullMarked;
