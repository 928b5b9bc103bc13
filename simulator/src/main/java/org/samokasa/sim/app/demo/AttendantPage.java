package org.samokasa.sim.app.demo;

import java.io.IOException;
import java.nio.file.Path;
import org.samokasa.sim.script.Step;

/** The attendant, in front of the console. */
public interface AttendantPage extends AutoCloseable {
    /**
     * Does what an {@code attendant} step says.
     *
     * @throws org.samokasa.sim.script.ScriptException when the page does not let them within a while
     */
    void perform(Step step);

    /** A picture of the page. */
    void picture(Path png) throws IOException;

    /** Whether pictures can be had. */
    boolean hasPictures();

    @Override
    void close();
}
