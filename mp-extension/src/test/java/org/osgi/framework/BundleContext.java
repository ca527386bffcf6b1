package org.osgi.framework;

/** The server, as a part sees it. */
public interface BundleContext {
  Bundle[] getBundles();
}
