/** The token endpoint, on every server. */
@NullMarked
package dev.vouchgate.it.grant;

import org.jspecify.annotations.NullMarked;
