/**
 * A small order service that shows what a protected application looks like: annotations and one
 * web.xml constraint, nothing that reads or checks a token. It uses Jakarta EE and MicroProfile
 * only.
 */
@NullMarked
package dev.vouchgate.sample;

import org.jspecify.annotations.NullMarked;
