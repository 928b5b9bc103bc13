package org.samokasa.devices;

/** A weighing machine: the produce scale or the bagging scale. */
public interface Scale extends Device {
    /** True asks for readings as fast as the machine gives them, false slows down to a sign of life. */
    void watch(boolean closely);

    /** Wishes the scale to take its present load as zero; the next readings show whether it did. */
    void zero();
}
