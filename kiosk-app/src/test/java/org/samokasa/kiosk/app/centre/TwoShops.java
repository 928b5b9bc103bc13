package org.samokasa.kiosk.app.centre;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.samokasa.kiosk.app.PinHash;
import org.samokasa.kiosk.app.hub.HubOfFile;

/**
 * Two real hubs, and a centre for them and whoever else is added. In the north the shop is closed now, Ola helps from far
 * away, Anna is in the shop, and the law ties age checks to presence. In the south, open all day, Ola has another PIN.
 */
final class TwoShops implements AutoCloseable {
    static final String OLA = "2468";
    static final String OLA_IN_THE_SOUTH = "1357";
    static final String ANNA = "1234";

    private final Path folder;
    private final Path northFile;
    HubOfFile north;
    final HubOfFile south;
    final Centre centre;

    /** @param others lines of {@code shops} in the centre's configuration */
    TwoShops(Path folder, String southPin, String... others) throws IOException {
        this.folder = folder;
        // Closed now in every zone: its only hour is half a week away.
        DayOfWeek open = LocalDate.now(ZoneOffset.UTC).getDayOfWeek().plus(3);
        northFile = file("north", """
                zone = "Europe/Warsaw"
                hours { %s = "10:00-11:00" }
                presence = [age-check]
                facts {
                  address = "Long Street 5, Gdansk"
                  telephone = "+48 58 123 45 67"
                  emergency = "Maria, +48 600 100 200"
                  keys = "red box under the podium"
                  firstAid = "left of the office door"
                  fireExtinguisher = "beside lane 1"
                  paper = "drawer under lane 4"
                  languages = [pl, en]
                  notes = ["The back door sticks: push hard.", "Deliveries ring twice at five."]
                }
                """.formatted(open.name().toLowerCase(Locale.ROOT)), OLA, "remote");
        north = HubOfFile.start(northFile);
        south = HubOfFile.start(file("south", "zone = \"Asia/Tokyo\"\n", southPin, "remote"));
        List<String> shops = new ArrayList<>(List.of(
                shop("north", "North Street", north.address(), north.key()),
                shop("south", "South Gate", south.address(), south.key())));
        shops.addAll(List.of(others));
        Path conf = Files.writeString(
                folder.resolve("centre.conf"), "web.port = 0\nshops = [\n" + String.join("\n", shops) + "\n]\n");
        centre = Centre.start(CentreConfigReader.read(conf), InstantSource.system());
    }

    static String shop(String id, String name, String address, String key) {
        return "{ id = " + id + ", name = \"" + name + "\", hub = \"" + address + "\", key = \"" + key + "\" }";
    }

    /** Ports of their own, which a hub that is started again has again. */
    private Path file(String id, String more, String pin, String role) throws IOException {
        try (ServerSocket web = new ServerSocket(0);
                ServerSocket mqtt = new ServerSocket(0)) {
            return Files.writeString(
                    folder.resolve(id + ".conf"),
                    """
                    shop = %s
                    data = %s-data
                    web.port = %d
                    mqtt.port = %d
                    staff = [
                      { name = Ola, role = %s, pin = "%s" }
                      { name = Anna, pin = "%s" }
                    ]
                    """.formatted(id, id, web.getLocalPort(), mqtt.getLocalPort(), role, hash(pin), hash(ANNA)) + more);
        }
    }

    private static PinHash hash(String pin) {
        return PinHash.of(pin, new byte[16]);
    }

    void killNorth() {
        north.close();
    }

    void startNorth() throws IOException {
        north = HubOfFile.start(northFile);
    }

    @Override
    public void close() {
        centre.close();
        north.close();
        south.close();
    }
}
