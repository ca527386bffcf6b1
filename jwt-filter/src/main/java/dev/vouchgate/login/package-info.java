/**
 * How people log in, without HTTP: a name and a password for a token, and tokens that renew it.
 *
 * <p>Uses {@code grant}, whose checks of secrets it queues with, and {@code issue}, which signs.
 */
@NullMarked
package dev.vouchgate.login;

import org.jspecify.annotations.NullMarked;
