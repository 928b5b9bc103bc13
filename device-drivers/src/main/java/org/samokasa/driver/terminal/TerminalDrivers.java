package org.samokasa.driver.terminal;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.samokasa.devices.Device;
import org.samokasa.devices.DeviceName;
import org.samokasa.driver.Options;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.caisseap.CaisseOptions;
import org.samokasa.protocol.caisseap.CaisseSession;
import org.samokasa.protocol.nexo.NexoKey;
import org.samokasa.protocol.nexo.NexoOptions;
import org.samokasa.protocol.nexo.NexoSession;
import org.samokasa.protocol.qr.QrOptions;
import org.samokasa.protocol.qr.QrPayee;
import org.samokasa.protocol.qr.QrPayment;
import org.samokasa.protocol.qr.QrSession;
import org.samokasa.transport.ByteLink;

/** Makes the terminals that need nothing of the shop but their own options. */
public final class TerminalDrivers {
    private TerminalDrivers() {}

    /**
     * Options {@code protocolId} (twelve characters, from the acquirer), {@code till} (1 to 99), {@code currency},
     * {@code version} and {@code probeSeconds}.
     *
     * @param currency of the shop, unless the options say otherwise
     */
    public static Device caisseAp(DeviceName name, ByteLink link, Options options, String currency) {
        CaisseOptions usual = CaisseOptions.DEFAULT;
        CaisseOptions asked = usual.withTill(
                        options.text("protocolId", usual.protocolId()), options.number("till", usual.till(), 1, 99))
                .withVersion(options.text("version", usual.version()))
                .withCurrency(options.text("currency", currency))
                .withProbe(Duration.ofSeconds(
                        options.number("probeSeconds", (int) usual.probe().toSeconds(), 5, 3_600)));
        return new CallingTerminal(name, List.of(link), new CaisseSession(asked));
    }

    /**
     * Options {@code saleId} (name of this kiosk), {@code poiId} ({@code model-serial} of the terminal), {@code passphrase},
     * {@code keyIdentifier}, {@code keyVersion} and {@code currency}.
     *
     * @param currency of the shop, unless the options say otherwise
     */
    public static Device nexo(DeviceName name, ByteLink link, Options options, String currency) {
        NexoKey key = NexoKey.derive(
                options.text("passphrase", ""),
                options.text("keyIdentifier", ""),
                options.number("keyVersion", 1, 0, 999_999_999));
        NexoOptions asked = new NexoOptions(
                options.text("saleId", ""),
                options.text("poiId", ""),
                options.text("currency", currency),
                key,
                nonces());
        List<ByteLink> links =
                link.another().map(second -> List.of(link, second)).orElse(List.of(link));
        return new CallingTerminal(name, links, new NexoSession(asked));
    }

    /**
     * Options {@code till} (name of this lane at the gateway), {@code token}, {@code host}, {@code currency} and
     * {@code lifetimeSeconds}; where the gateway makes no texts, {@code scheme} and the payee: {@code payee},
     * {@code payeeName}, {@code network}, {@code category}, {@code bic}, {@code place}.
     *
     * @param currency of the shop, unless the options say otherwise
     */
    public static Device qr(DeviceName name, ByteLink link, Options options, String currency) {
        QrOptions asked = new QrOptions(
                options.text("till", ""),
                options.text("token", ""),
                options.text("host", "qr-gateway"),
                options.text("currency", currency),
                Duration.ofSeconds(options.number("lifetimeSeconds", (int) QrPayment.LIFETIME.toSeconds(), 30, 900)),
                payee(options));
        return new CallingTerminal(name, List.of(link), new QrSession(asked));
    }

    private static Optional<QrPayee> payee(Options options) {
        // Read in any case: an option nobody reads is told as unknown.
        String scheme = options.text("scheme", "");
        Options its = new Options("scheme", Map.of("scheme", scheme.isEmpty() ? "upi" : scheme));
        QrPayee.Scheme kind = its.choice("scheme", QrPayee.Scheme.UPI);
        String account = options.text("payee", "");
        String payeeName = options.text("payeeName", "");
        String network = options.text("network", "");
        String category = options.text("category", "5411");
        String bic = options.text("bic", "");
        String place = options.text("place", "");
        return scheme.isEmpty()
                ? Optional.empty()
                : Optional.of(new QrPayee(kind, account, payeeName, network, category, bic, place));
    }

    private static Supplier<Bytes> nonces() {
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] nonce = new byte[16];
            random.nextBytes(nonce);
            return Bytes.copyOf(nonce);
        };
    }
}
