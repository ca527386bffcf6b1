package dev.vouchgate.it.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Serves the REST resources of the archive. */
@ApplicationPath("/rest")
public class RestApplication extends Application {}
