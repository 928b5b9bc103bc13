import org.samokasa.sim.device.scale.Talk@Name@;
        @NAME@("@name@"),
---
                case @NAME@ -> new Talk@Name@();
