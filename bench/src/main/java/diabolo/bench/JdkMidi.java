package diabolo.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/** The notes of a MIDI file as the reader of the JDK gives them: its events, paired first in, first out. */
final class JdkMidi {

    private static final int CHANNELS = 16;
    private static final int PITCHES = 128;
    private static final Queue<Sounding> NOTHING = new ArrayDeque<>(0);

    /** A note in beats. */
    record BeatNote(int channel, int pitch, int velocity, double start, double duration) {}

    private record Sounding(int velocity, long tick) {}

    private JdkMidi() {}

    static List<BeatNote> read(byte[] bytes) throws IOException {
        try {
            Sequence sequence = MidiSystem.getSequence(new ByteArrayInputStream(bytes));
            List<BeatNote> notes = new ArrayList<>();
            for (Track track : sequence.getTracks()) {
                pair(track, sequence.getResolution(), notes);
            }
            return notes;
        } catch (InvalidMidiDataException refused) {
            throw new IOException(refused.getMessage(), refused);
        }
    }

    private static void pair(Track track, double ticksPerBeat, List<BeatNote> notes) {
        List<Queue<Sounding>> sounding = new ArrayList<>(Collections.nCopies(CHANNELS * PITCHES, NOTHING));
        int size = track.size();
        for (int i = 0; i < size; i++) {
            MidiEvent event = track.get(i);
            if (!(event.getMessage() instanceof ShortMessage message) || !isNote(message)) {
                continue;
            }
            int key = message.getChannel() * PITCHES + message.getData1();
            Queue<Sounding> begun = sounding.get(key);
            if (message.getCommand() == ShortMessage.NOTE_ON && message.getData2() > 0) {
                if (begun == NOTHING) {
                    begun = new ArrayDeque<>(1);
                    sounding.set(key, begun);
                }
                begun.add(new Sounding(message.getData2(), event.getTick()));
            } else if (!begun.isEmpty()) {
                notes.add(note(key, begun.remove(), event.getTick(), ticksPerBeat));
            }
        }
        for (int key = 0; key < sounding.size(); key++) {
            for (Sounding endless : sounding.get(key)) {
                notes.add(note(key, endless, track.ticks(), ticksPerBeat));
            }
        }
    }

    private static boolean isNote(ShortMessage message) {
        return message.getCommand() == ShortMessage.NOTE_ON || message.getCommand() == ShortMessage.NOTE_OFF;
    }

    private static BeatNote note(int key, Sounding begun, long end, double ticksPerBeat) {
        return new BeatNote(
                key / PITCHES,
                key % PITCHES,
                begun.velocity(),
                begun.tick() / ticksPerBeat,
                (end - begun.tick()) / ticksPerBeat);
    }
}
