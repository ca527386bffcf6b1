/**
 * The door for servlets: reads the token, asks the gate, and lets the outcome answer the request.
 *
 * <p>The only room, besides {@code endpoint}, that knows the Servlet API.
 */
@NullMarked
package dev.vouchgate.filter;

import org.jspecify.annotations.NullMarked;
