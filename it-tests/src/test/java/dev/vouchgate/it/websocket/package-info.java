/** The handshake that opens a WebSocket, which is a request like others. */
@NullMarked
package dev.vouchgate.it.websocket;

import org.jspecify.annotations.NullMarked;
