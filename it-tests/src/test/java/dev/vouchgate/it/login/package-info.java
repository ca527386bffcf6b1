/** What {@code authenticate}, {@code logout} and {@code login} do to a request. */
@NullMarked
package dev.vouchgate.it.login;

import org.jspecify.annotations.NullMarked;
