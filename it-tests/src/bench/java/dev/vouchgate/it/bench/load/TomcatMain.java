package dev.vouchgate.it.bench.load;

import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** The child's side of {@link EmbeddedTomcat}. */
public final class TomcatMain {

  private TomcatMain() {}

  /** Takes the server's own folder, its port of 127.0.0.1 and the archive. */
  public static void main(String... arguments) throws LifecycleException {
    Connector connector = new Connector();
    connector.setProperty("address", "127.0.0.1");
    connector.setPort(Integer.parseInt(arguments[1]));
    // Or every hundredth request would have to connect anew, which costs more than a gate.
    connector.setProperty("maxKeepAliveRequests", "-1");
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(arguments[0]);
    tomcat.setConnector(connector);
    tomcat.setAddDefaultWebXmlToWebapp(false);
    tomcat.addWebapp("", arguments[2]);
    tomcat.start();
    tomcat.getServer().await();
  }
}
