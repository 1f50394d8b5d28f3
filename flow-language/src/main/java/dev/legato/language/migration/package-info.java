/**
 * Old spellings into those of today, in the text of a flow itself. Start at {@link
 * dev.legato.language.migration.FlowMigration}.
 */
@NullMarked
package dev.legato.language.migration;

import org.jspecify.annotations.NullMarked;
