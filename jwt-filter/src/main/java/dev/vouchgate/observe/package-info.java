/**
 * What the gate tells about itself: events as plain records, a listener for them, and the log.
 *
 * <p>Uses nothing of the house, so that every room may report.
 */
@NullMarked
package dev.vouchgate.observe;

import org.jspecify.annotations.NullMarked;
