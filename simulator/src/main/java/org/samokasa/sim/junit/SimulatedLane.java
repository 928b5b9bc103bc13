package org.samokasa.sim.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test what its parameters ask for, fresh, and takes it down afterwards:
 *
 * <ul>
 *   <li>{@link org.samokasa.sim.app.SimulatedMachines}: scanner, scales, terminal and printer behind real
 *       pseudo-terminals and TCP ports, for tests of drivers and of anything that talks to machines;
 *   <li>{@link org.samokasa.sim.app.demo.SimulatedShop}: the same with store hub and lane as processes, for tests of a shop.
 * </ul>
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SimulatedLaneExtension.class)
public @interface SimulatedLane {
    /**
     * The simulator's configuration in HOCON, for other machines than the usual five; {@code pty:NAME} lies in a folder of
     * the test's own. Only for {@code SimulatedMachines}.
     */
    String config() default """
            machines = [
              { name = scanner, kind = scanner, port = "pty:scanner" }
              { name = produce-scale, kind = scale, port = "pty:produce-scale", intervalGrams = 1 }
              { name = bagging-scale, kind = scale, port = "pty:bagging-scale", intervalGrams = 1 }
              { name = terminal, kind = zvt-terminal, port = "tcp:0", cardDelay = "100 ms", hostLatency = "100 ms" }
              { name = printer, kind = printer, port = "tcp:0" }
            ]
            """;
}
