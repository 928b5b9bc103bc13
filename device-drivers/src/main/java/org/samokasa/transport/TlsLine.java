package org.samokasa.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * TLS to a machine whose certificate must chain to the roots in one file, no other, and carry one of the expected names.
 * The name is that of the machine, not of its address: terminals are reached by number.
 */
final class TlsLine implements Line {
    private final DeviceAddress.Tls address;
    private final Socket plain = new Socket();
    private volatile SSLSocket secure;

    TlsLine(DeviceAddress.Tls address) {
        this.address = address;
    }

    @Override
    public void open() throws IOException {
        InetSocketAddress place = new InetSocketAddress(address.host(), address.port());
        if (place.isUnresolved()) {
            throw new IOException("unknown host " + address.host());
        }
        SSLContext context = context();
        plain.setOption(StandardSocketOptions.TCP_NODELAY, true);
        plain.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        plain.connect(place, OPEN_MILLIS_MAX);
        plain.setSoTimeout(OPEN_MILLIS_MAX);
        SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(plain, address.host(), address.port(), true);
        socket.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        socket.startHandshake();
        checkName((X509Certificate) socket.getSession().getPeerCertificates()[0]);
        plain.setSoTimeout(0);
        secure = socket;
    }

    private SSLContext context() throws IOException {
        try (InputStream file = Files.newInputStream(Path.of(address.trust()))) {
            KeyStore roots = KeyStore.getInstance(KeyStore.getDefaultType());
            roots.load(null, null);
            int count = 0;
            for (Certificate root : CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                roots.setCertificateEntry("root" + count++, root);
            }
            if (count == 0) {
                throw new IOException("no certificate in " + address.trust());
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(roots);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot read the roots in " + address.trust() + ": " + e.getMessage(), e);
        }
    }

    private void checkName(X509Certificate certificate) throws IOException {
        String name = commonName(certificate);
        if (!address.names().contains(name)) {
            throw new IOException("the certificate of " + address.host() + " is for '" + name + "', expected "
                    + String.join(" or ", address.names()));
        }
    }

    private static String commonName(X509Certificate certificate) throws IOException {
        try {
            List<Rdn> parts = new LdapName(certificate.getSubjectX500Principal().getName()).getRdns();
            return parts.stream()
                    .filter(part -> part.getType().equalsIgnoreCase("CN"))
                    .map(part -> part.getValue().toString())
                    .findFirst()
                    .orElse("");
        } catch (InvalidNameException e) {
            throw new IOException("the certificate has no readable name", e);
        }
    }

    @Override
    public int read(byte[] into) throws IOException {
        return secure.getInputStream().read(into);
    }

    @Override
    public void write(byte[] all) throws IOException {
        secure.getOutputStream().write(all);
    }

    /** Closes below TLS: a polite goodbye could wait for a peer that does not read. */
    @Override
    public void close() {
        try {
            plain.close();
        } catch (IOException alreadyGone) {
            // A socket that cannot be closed is a socket that is closed: nothing is left to release.
        }
    }
}
