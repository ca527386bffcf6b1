/** Who calls in forwards, includes and error pages, and how often the gate is asked. */
@NullMarked
package dev.vouchgate.it.dispatch;

import org.jspecify.annotations.NullMarked;
