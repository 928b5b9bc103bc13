package org.samokasa.soak.shop;

import java.time.InstantSource;
import java.util.Optional;
import org.samokasa.devices.CardTerminal;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.kiosk.lane.Lane;
import org.samokasa.kiosk.lane.LaneJournal;
import org.samokasa.kiosk.lane.LaneView;
import org.samokasa.kiosk.lane.command.LaneCommand;
import org.samokasa.kiosk.network.mqtt.MqttLine;
import org.samokasa.kiosk.network.mqtt.MqttReceiver;
import org.samokasa.soak.world.SoakDisk;
import org.samokasa.transport.ByteLink;

/** Where a lane or the hub touches the world; a planted bug stands in one of these doors. As it is, nobody stands there. */
public interface Doors {
    default void disk(SoakDisk disk) {}

    default LaneJournal journal(LaneJournal journal) {
        return journal;
    }

    default Lane booted(Lane lane) {
        return lane;
    }

    default InstantSource wall(InstantSource wall) {
        return wall;
    }

    default Optional<DeviceEvent> heard(DeviceEvent event) {
        return Optional.of(event);
    }

    /** @param orders takes what an attendant might have ordered */
    default LaneCommand told(LaneCommand command, LaneView view, Orders orders) {
        return command;
    }

    /** The wire to whoever takes the money. */
    default ByteLink moneyWire(ByteLink wire) {
        return wire;
    }

    default CardTerminal terminal(CardTerminal terminal) {
        return terminal;
    }

    default MqttLine.Network laneNetwork(MqttLine.Network network) {
        return network;
    }

    default MqttReceiver hubReceiver(MqttReceiver receiver) {
        return receiver;
    }

    /** A way to tell the lane something. */
    interface Orders {
        void tell(LaneCommand command);
    }
}
