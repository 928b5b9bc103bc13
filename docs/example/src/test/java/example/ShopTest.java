package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.samokasa.sim.app.demo.SimulatedShop;
import org.samokasa.sim.junit.SimulatedLane;

/** A whole shop of real processes: what a shopper does, what an attendant does, what the lane shows. */
@SimulatedLane
class ShopTest {
    @Test
    void milk_is_sold_although_the_terminal_was_slow(SimulatedShop shop) {
        shop.play("""
                tell start           | SHOPPING
                scan UHT milk 2%     | 1 lines 3.99 PLN
                bag 1035 g
                fault terminal late 900 ms
                tell pay             | PAYING
                card approve         | RECEIPT
                tell receipt         | THANKS
                """);
        assertEquals(true, shop.lane().get("paid"));
    }

    @Test
    void somebody_comes_when_the_bag_is_too_heavy(SimulatedShop shop) {
        shop.play("""
                scan UHT milk 2%     | 1 lines
                bag 1500 g           | problem WEIGHT_MISMATCH
                tell help            | help RAISED
                attendant accept     | help ACCEPTED
                attendant approve WEIGHT_MISMATCH | problem none
                """);
    }
}
