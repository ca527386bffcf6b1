/**
 * One Keycloak as a child process: bound to loopback, its realms imported from files, gone when its
 * parent is; and a client that fetches tokens from it. Uses the JDK alone.
 */
@NullMarked
package dev.vouchgate.it.keycloak;

import org.jspecify.annotations.NullMarked;
