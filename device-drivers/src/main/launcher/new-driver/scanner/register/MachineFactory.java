import org.samokasa.sim.device.scanner.@Name@Machine;
            case "@name@" -> reader(new @Name@Machine(name), shelf);
