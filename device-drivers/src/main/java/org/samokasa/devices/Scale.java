package org.samokasa.devices;

import java.util.Set;

/** A weighing machine: the produce scale or the bagging scale. */
public interface Scale extends Device {
    /** True asks for readings as fast as the machine gives them, false slows down to a sign of life. */
    void watch(boolean closely);

    /** Wishes the scale to take its present load as zero; the next readings show whether it did. */
    void zero();

    @Override
    default Set<MachineTest> tests() {
        return Set.of(MachineTest.WEIGH);
    }
}
