package dev.vouchgate.it.deployment.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST part of an application. */
@ApplicationPath("/rest")
public class WhoApplication extends Application {}
