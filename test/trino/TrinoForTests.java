import io.trino.plugin.memory.MemoryPlugin;
import io.trino.server.testing.TestingTrinoServer;
import java.util.Map;

/** Trino with tables in memory, on a free port of this machine. It prints its address and stops when its input ends. */
public final class TrinoForTests {
  public static void main(String[] arguments) throws Exception {
    TestingTrinoServer server = TestingTrinoServer.builder().build();
    server.installPlugin(new MemoryPlugin());
    server.createCatalog("memory", "memory", Map.of("memory.max-data-per-node", "512MB"));
    System.out.println("TRINO READY " + server.getBaseUrl());
    while (System.in.read() != -1) {}
    server.close();
    System.exit(0);
  }
}
