/** Who calls in tasks that the container runs on threads of its own. */
@NullMarked
package dev.vouchgate.it.concurrent;

import org.jspecify.annotations.NullMarked;
