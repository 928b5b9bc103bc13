import org.samokasa.sim.device.scale.Talk@Name@;
            case "@name@" -> new Talk@Name@();
