/** Tests of the worker: fakes for its stores, time that is moved by hand, no sleeping. */
@NullMarked
package dev.legato.worker;

import org.jspecify.annotations.NullMarked;
