package org.samokasa.kiosk.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {
    private final Topics topics = new Topics("corner_shop-1");

    @Test
    void a_topic_names_shop_lane_and_what_it_carries() {
        assertThat(topics.state(4)).isEqualTo("samokasa/corner_shop-1/lane/4/state");
        assertThat(topics.command(4)).isEqualTo("samokasa/corner_shop-1/lane/4/command");
        assertThat(topics.commandAcknowledgement(12)).isEqualTo("samokasa/corner_shop-1/lane/12/command-ack");
        assertThat(topics.ofAllLanes("help")).isEqualTo("samokasa/corner_shop-1/lane/+/help");
        assertThat(topics.laneOf(topics.commandAcknowledgement(12))).hasValue(12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "samokasa/other/lane/4/state",
                "samokasa/corner_shop-1/lane/0/state",
                "samokasa/corner_shop-1/lane/1000/state",
                "samokasa/corner_shop-1/lane/x/state",
                "samokasa/corner_shop-1/lane/4",
                "samokasa/corner_shop-1/lane/4/state/more",
                ""
            })
    void a_topic_of_nobody_here_has_no_lane(String topic) {
        assertThat(topics.laneOf(topic)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a+b", "#", "two words"})
    void a_shop_name_is_one_level_of_a_topic(String shop) {
        assertThatThrownBy(() -> new Topics(shop)).isInstanceOf(IllegalArgumentException.class);
    }
}
