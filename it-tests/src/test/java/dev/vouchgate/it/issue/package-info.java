/** Applications that issue tokens themselves, on every server. */
@NullMarked
package dev.vouchgate.it.issue;

import org.jspecify.annotations.NullMarked;
