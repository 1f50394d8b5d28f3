/**
 * What every backend promises, one suite for each port. Start at {@link
 * dev.legato.testkit.contract.StorageContract}.
 */
@NullMarked
package dev.legato.testkit.contract;

import org.jspecify.annotations.NullMarked;
