package org.samokasa.driver.javapos;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jpos.JposException;
import jpos.LightsConst;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Light;

/** JavaPOS lights, one light number for each colour of the pole. */
final class PosLight extends PosDevice implements Light {
    private static final int SLOW_MILLIS = 500;
    private static final int FAST_MILLIS = 170;

    private final jpos.Lights control;
    private final Map<Colour, Integer> numbers;
    private volatile List<Lamp> wanted = List.of();

    /** @param numbers which light number has which colour */
    PosLight(DeviceName name, String logicalName, Map<Colour, Integer> numbers) {
        this(name, logicalName, numbers, new jpos.Lights());
    }

    private PosLight(DeviceName name, String logicalName, Map<Colour, Integer> numbers, jpos.Lights control) {
        super(name, logicalName, new PosLink(logicalName, control, () -> {}));
        this.control = control;
        this.numbers = new EnumMap<>(numbers);
        control.addStatusUpdateListener(event -> power(event.getStatus()));
    }

    @Override
    public void show(List<Lamp> lamps) {
        wanted = List.copyOf(lamps);
        if (link().isOpen()) {
            pos().call(this::set, this::failed);
        }
    }

    @Override
    protected void opened(Instant at) {
        super.opened(at);
        pos().call(this::set, this::failed);
    }

    private void set() throws JposException {
        List<Lamp> lamps = wanted;
        boolean blinks = control.getCapBlink();
        for (Map.Entry<Colour, Integer> each : numbers.entrySet()) {
            Lamp lamp = lamps.stream()
                    .filter(candidate -> candidate.colour() == each.getKey())
                    .findFirst()
                    .orElse(null);
            if (lamp == null) {
                control.switchOff(each.getValue());
            } else {
                int millis = blinks ? millis(lamp.blink()) : 0;
                control.switchOn(
                        each.getValue(), millis, millis, LightsConst.LGT_COLOR_PRIMARY, LightsConst.LGT_ALARM_NOALARM);
            }
        }
    }

    /** On and off time; both 0 is steady. */
    private static int millis(Blink blink) {
        return switch (blink) {
            case STEADY -> 0;
            case SLOW -> SLOW_MILLIS;
            case FAST -> FAST_MILLIS;
        };
    }
}
