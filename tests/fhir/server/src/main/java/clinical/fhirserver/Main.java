package clinical.fhirserver;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.provider.JpaSystemProvider;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import java.net.InetSocketAddress;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Listens on a free port of 127.0.0.1 and prints its base address once it answers; ends with its standard input. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    try (AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext(Database.class)) {
      RestfulServer fhir = new RestfulServer(spring.getBean(FhirContext.class));
      fhir.registerProviders(spring.getBean(ResourceProviderFactory.class).createProviders());
      fhir.registerProvider(spring.getBean(JpaSystemProvider.class));
      fhir.setPagingProvider(spring.getBean(DatabaseBackedPagingProvider.class));

      Server jetty = new Server(new InetSocketAddress("127.0.0.1", 0));
      ServletContextHandler handler = new ServletContextHandler();
      handler.addServlet(new ServletHolder(fhir), "/fhir/*");
      jetty.setHandler(handler);
      jetty.start();
      int port = ((ServerConnector) jetty.getConnectors()[0]).getLocalPort();
      System.out.println("http://127.0.0.1:" + port + "/fhir");
      while (System.in.read() != -1) continue;
      jetty.stop();
    }
    System.exit(0);
  }
}
