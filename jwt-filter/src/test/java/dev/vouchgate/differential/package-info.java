/** The product against other libraries: whatever it accepts, they accept. */
@NullMarked
package dev.vouchgate.differential;

import org.jspecify.annotations.NullMarked;
