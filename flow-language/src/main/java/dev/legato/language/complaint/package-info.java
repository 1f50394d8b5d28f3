/**
 * What is wrong with a document, said so that its author can mend it. Start at {@link
 * dev.legato.language.complaint.Complaint}.
 */
@NullMarked
package dev.legato.language.complaint;

import org.jspecify.annotations.NullMarked;
