/** The caller as the two interfaces named SecurityContext show it. */
@NullMarked
package dev.vouchgate.it.security;

import org.jspecify.annotations.NullMarked;
