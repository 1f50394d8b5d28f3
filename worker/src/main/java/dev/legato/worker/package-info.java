/** Leases jobs, renders their properties, runs plugin code and reports once. */
@NullMarked
package dev.legato.worker;

import org.jspecify.annotations.NullMarked;
