package org.samokasa.kiosk.network;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where on the broker each message goes.
 *
 * @param shop letters, digits, dash and underscore: it is one level of the topic
 */
public record Topics(String shop) {
    /** Highest lane number; three digits are what fits a lane's sign. */
    public static final int LANE_MAX = 999;

    private static final Pattern SHOP = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Pattern LANE = Pattern.compile("samokasa/([^/]+)/lane/([1-9][0-9]{0,2})/[a-z-]+");

    public Topics {
        if (!SHOP.matcher(shop).matches()) {
            throw new IllegalArgumentException("a shop's name has 1 to 40 letters, digits, - and _: " + shop);
        }
    }

    /** Retained {@link LaneState}; also the lane's last will. */
    public String state(int lane) {
        return lane(lane) + "/state";
    }

    /** Where a message of a lane goes: sales apart from help, so that others may listen to one of them. */
    public String messages(int lane, LaneMessage message) {
        return lane(lane) + (message instanceof LaneMessage.SaleCompleted ? "/sale" : "/help");
    }

    /** {@link Acknowledgement}s of the hub for what the lane said. */
    public String acknowledgement(int lane) {
        return lane(lane) + "/ack";
    }

    /** {@link CommandEnvelope}s. */
    public String command(int lane) {
        return lane(lane) + "/command";
    }

    /** {@link Acknowledgement}s of the lane for what the hub commanded. */
    public String commandAcknowledgement(int lane) {
        return lane(lane) + "/command-ack";
    }

    /** Every {@link org.samokasa.kiosk.network.alert.HelpAlert}. */
    public String alert() {
        return "samokasa/" + shop + "/alert";
    }

    /** Alerts for one person; what cannot stand in a level of a topic is written as in an address on the web. */
    public String alertTo(String name) {
        String level = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return alert() + "/" + level;
    }

    /** The same topic of all lanes, for the hub's subscriptions: {@code state, help, sale, command-ack}. */
    public String ofAllLanes(String last) {
        return "samokasa/" + shop + "/lane/+/" + last;
    }

    /** The lane that a topic belongs to; empty if it is none of this shop's. */
    public OptionalInt laneOf(String topic) {
        Matcher matcher = LANE.matcher(topic);
        return matcher.matches() && matcher.group(1).equals(shop)
                ? OptionalInt.of(Integer.parseInt(matcher.group(2)))
                : OptionalInt.empty();
    }

    private String lane(int lane) {
        return "samokasa/" + shop + "/lane/" + lane;
    }
}
