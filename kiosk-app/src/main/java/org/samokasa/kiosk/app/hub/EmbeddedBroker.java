package org.samokasa.kiosk.app.hub;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/**
 * The broker that comes with the hub: MQTT 5 on one port, nothing kept on disk. It need not keep anything, because
 * lanes and hub keep what they say until the other side has it; even a broker that writes to disk loses acknowledged
 * messages when it is killed (docs/decisions/0002-libraries.md).
 */
final class EmbeddedBroker implements AutoCloseable {
    private static final String ACCEPTOR = "mqtt";
    private static final String ROLE = "lane";
    private static final String NOWHERE = "dropped";

    /** Undelivered bytes of one topic before new ones are dropped; both ends send again what they miss. */
    private static final long ADDRESS_BYTES_MAX = 16L << 20;

    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();

    /** Name and password that lanes have to give. */
    record Login(String user, String password) {}

    private EmbeddedBroker() {}

    /**
     * Starts a broker.
     *
     * @param port 0 for any free one
     * @param work directory for files that pass through
     * @throws IOException if the port is taken or the broker does not start
     */
    static EmbeddedBroker start(String host, int port, Path work, Optional<Login> login) throws IOException {
        refuseTakenPort(host, port);
        EmbeddedBroker broker = new EmbeddedBroker();
        try {
            broker.server.setConfiguration(configuration(host, port, work, login.isPresent()));
            login.ifPresent(l -> broker.server.setSecurityManager(security(l)));
            broker.server.start();
        } catch (Exception e) {
            throw new IOException("the broker does not start: " + e.getMessage(), e);
        }
        return broker;
    }

    /** Asked beforehand, because the broker itself answers with pages of stack traces. */
    private static void refuseTakenPort(String host, int port) throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new IOException("the broker cannot listen on " + host + ":" + port + ": " + e.getMessage(), e);
        }
    }

    private static Configuration configuration(String host, int port, Path work, boolean secure) throws Exception {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setPersistenceEnabled(false);
        configuration.setSecurityEnabled(secure);
        configuration.setJMXManagementEnabled(false);
        configuration.setGracefulShutdownEnabled(false);
        configuration.setBrokerInstance(work.toFile());
        configuration.setJournalDirectory(work.resolve("journal").toString());
        configuration.setBindingsDirectory(work.resolve("bindings").toString());
        configuration.setPagingDirectory(work.resolve("paging").toString());
        configuration.setLargeMessagesDirectory(work.resolve("large").toString());
        configuration.addAcceptorConfiguration(ACCEPTOR, "tcp://" + host + ":" + port + "?protocols=MQTT");
        AddressSettings settings = new AddressSettings();
        settings.setDefaultAddressRoutingType(RoutingType.MULTICAST);
        settings.setDefaultQueueRoutingType(RoutingType.MULTICAST);
        settings.setMaxSizeBytes(ADDRESS_BYTES_MAX);
        // What cannot be delivered is dropped; naming a place for it that does not exist says so without a warning.
        settings.setDeadLetterAddress(SimpleString.of(NOWHERE));
        settings.setExpiryAddress(SimpleString.of(NOWHERE));
        settings.setAddressFullMessagePolicy(AddressFullMessagePolicy.DROP);
        configuration.addAddressSetting("#", settings);
        Role all = new Role(ROLE, true, true, true, true, true, true, false, true, true, true, false, false);
        configuration.putSecurityRoles("#", Set.of(all));
        return configuration;
    }

    private static ActiveMQJAASSecurityManager security(Login login) {
        SecurityConfiguration users =
                new SecurityConfiguration(Map.of(login.user(), login.password()), Map.of(login.user(), List.of(ROLE)));
        return new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users);
    }

    /** The port it listens on. */
    int port() {
        return server.getActiveMQServer()
                .getRemotingService()
                .getAcceptor(ACCEPTOR)
                .getActualPort();
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException("the broker does not stop: " + e.getMessage(), e);
        }
    }
}
