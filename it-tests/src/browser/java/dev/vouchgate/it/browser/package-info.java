/**
 * People who log in with a browser, and pages of others that try to do it for them. Compiled and
 * run by the profile {@code browser} alone. Uses {@code app}, the identity store of {@code issue},
 * Playwright, and a Chromium that is installed.
 */
@NullMarked
package dev.vouchgate.it.browser;

import org.jspecify.annotations.NullMarked;
