package org.samokasa.sim.panel;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.List;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/** Scenarios: play a saved one, or do something and keep it as one. */
final class ScenarioView extends JPanel {
    private final JComboBox<String> saved = new JComboBox<>();
    private final JTextField name = new JTextField();
    private final JLabel state = PanelTheme.quiet(" ");
    private final JButton play;
    private final JButton stop;
    private final JButton save;
    private List<String> shown = List.of();

    ScenarioView(ScenarioActions actions) {
        super(new MigLayout("insets 7 12 7 12, fill", "[][170!][][][]20[][150!][]12[grow]", "[]"));
        putClientProperty(FlatClientProperties.STYLE, "arc: 18; background: $Card.background");
        play = PanelTheme.primary("Play", () -> chosen(actions));
        play.setMnemonic('p');
        stop = PanelTheme.button("Stop", actions::stop);
        stop.setMnemonic('t');
        JButton open = PanelTheme.button("Open …", actions::open);
        open.setMnemonic('o');
        JButton record = PanelTheme.button("Record", actions::record);
        record.setMnemonic('r');
        save = PanelTheme.button("Save", () -> actions.save(name.getText().strip()));
        save.setMnemonic('v');
        name.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, "Name");
        name.addActionListener(event -> save.doClick());
        add(PanelTheme.title("Scenarios"));
        add(PanelTheme.help(saved, "Scenarios of the simulator's folder"), "growx");
        add(PanelTheme.help(play, "Does the steps of the scenario chosen, at their pace"));
        add(PanelTheme.help(stop, "Ends the scenario that is playing"));
        add(PanelTheme.help(open, "Plays a scenario file from anywhere"));
        add(PanelTheme.help(record, "Writes down every step from now on, with the pauses between"));
        add(PanelTheme.help(name, "Name of the recording"), "growx");
        add(PanelTheme.help(save, "Keeps the recording under this name"));
        add(state, "wmin 0, alignx right");
    }

    private void chosen(ScenarioActions actions) {
        if (saved.getSelectedItem() != null) {
            actions.play(saved.getSelectedItem().toString());
        }
    }

    void show(PanelState.Scenarios now) {
        if (!now.saved().equals(shown)) {
            shown = now.saved();
            Object before = saved.getSelectedItem();
            saved.setModel(new DefaultComboBoxModel<>(shown.toArray(String[]::new)));
            saved.setSelectedItem(
                    shown.contains(String.valueOf(before))
                            ? before
                            : shown.stream().findFirst().orElse(null));
        }
        boolean plays = !now.playing().isEmpty();
        play.setEnabled(!plays && !shown.isEmpty());
        stop.setEnabled(plays);
        save.setEnabled(now.recording());
        state.setText(words(now));
        state.setForeground(UIManager.getColor(now.recording() ? PanelTheme.BAD : PanelTheme.QUIET));
    }

    private static String words(PanelState.Scenarios now) {
        String recording = now.recording() ? "● recording, " + now.steps() + " steps" : "";
        String playing = now.playing().isEmpty() ? "" : "▶ " + now.playing();
        return recording + (recording.isEmpty() || playing.isEmpty() ? "" : "   ") + playing;
    }
}
