/** Who calls while a request is answered on other threads, and that none of them keeps a caller. */
@NullMarked
package dev.vouchgate.it.async;

import org.jspecify.annotations.NullMarked;
