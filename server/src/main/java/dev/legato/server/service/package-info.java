/**
 * What tasks may use beyond their own attempt, on the parts of this process. Start at {@link
 * ProvidedServices}.
 */
@NullMarked
package dev.legato.server.service;

import org.jspecify.annotations.NullMarked;
