@NullMarked
package dev.legato.docker;

import org.jspecify.annotations.NullMarked;
