import org.samokasa.sim.device.light.@Name@Machine;
            case "@name@" -> lamps(new @Name@Machine(name));
