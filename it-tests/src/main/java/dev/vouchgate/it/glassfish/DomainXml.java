package dev.vouchgate.it.glassfish;

import dev.vouchgate.it.server.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A domain's configuration. All that is changed in it is where the server listens; what would
 * listen at every address of this machine, however it is configured, is switched off.
 */
final class DomainXml {

  private static final String LOOPBACK = "127.0.0.1";

  /** Such as {@code [17|]-Dthis=that}: from a Java version, up to another if it is named. */
  private static final Pattern CONDITIONAL = Pattern.compile("\\[(\\d+)\\|(\\d*)](.*)");

  private final Document document;
  private final Element config;

  private DomainXml(Document document) {
    this.document = document;
    this.config =
        elements(document.getDocumentElement(), "config").stream()
            .filter(element -> element.getAttribute("name").equals("server-config"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("The domain has no server-config."));
  }

  static DomainXml read(Path file) throws IOException {
    try {
      return new DomainXml(
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(file + " cannot be read as XML.", e);
    }
  }

  void write(Path file) throws IOException {
    try (var stream = Files.newOutputStream(file)) {
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(stream));
    } catch (TransformerException e) {
      throw new IOException(file + " cannot be written.", e);
    }
  }

  /** Binds everything to loopback: HTTP to the ports given, the rest to free ones. */
  void bindToLoopback(int httpPort, int adminPort) {
    for (Element listener : elements(config, "network-listener")) {
      switch (listener.getAttribute("name")) {
        case "http-listener-1" -> bind(listener, httpPort);
        case "admin-listener" -> bind(listener, adminPort);
        default -> bind(listener, FreePort.any());
      }
    }
    elements(config, "iiop-listener").forEach(listener -> bind(listener, FreePort.any()));
    elements(config, "jmx-connector").forEach(connector -> bind(connector, FreePort.any()));
    for (Element grid :
        elements(document.getDocumentElement(), "hazelcast-runtime-configuration")) {
      grid.setAttribute("interface", LOOPBACK);
      grid.setAttribute("das-port", Integer.toString(FreePort.any()));
    }
    // The embedded broker has no address to be told. Without one the server looks for it elsewhere
    // as soon as somebody sends a message.
    Element jms = document.createElement("jms-service");
    jms.setAttribute("type", "REMOTE");
    config.appendChild(jms);
  }

  /** The options of the server's JVM for a Java version, placeholders in them as they are. */
  List<String> jvmOptions(int javaVersion) {
    return elements(config, "jvm-options").stream()
        .map(element -> element.getTextContent().strip())
        .flatMap(option -> ifMeant(option, javaVersion).stream())
        .toList();
  }

  private static Optional<String> ifMeant(String option, int javaVersion) {
    Matcher conditional = CONDITIONAL.matcher(option);
    if (!conditional.matches()) {
      // Other conditions are for other makes of Java.
      return option.startsWith("[") ? Optional.empty() : Optional.of(option);
    }
    String last = conditional.group(2);
    boolean meant =
        Integer.parseInt(conditional.group(1)) <= javaVersion
            && (last.isEmpty() || javaVersion <= Integer.parseInt(last));
    return meant ? Optional.of(conditional.group(3)) : Optional.empty();
  }

  private static void bind(Element listener, int port) {
    listener.setAttribute("address", LOOPBACK);
    listener.setAttribute("port", Integer.toString(port));
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }
}
