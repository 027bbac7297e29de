package diabolo.midi;

import diabolo.note.Instrument;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of one track: one for each channel and program that it plays, in the order of their first notes.
 *
 * <p>Not thread-safe: it holds what the channels are set to.
 */
final class TrackParts {

    private static final int DRUMS = -1;

    private record Voice(int channel, int program) {}

    private record Playing(int program, PartBuilder part) {}

    private final String name;
    private final ChannelPrograms ofPiece;
    private final Map<Integer, Integer> programs = new HashMap<>();
    private final Map<Integer, Boolean> drumKits = new HashMap<>();
    private final Map<Voice, PartBuilder> parts = new LinkedHashMap<>();
    private final @Nullable Playing[] playing = new Playing[ChannelPrograms.CHANNELS]; // last on each channel

    /** @param ofPiece what the piece sets the channels to where the track itself says nothing */
    TrackParts(String name, ChannelPrograms ofPiece) {
        this.name = name;
        this.ofPiece = ofPiece;
    }

    void set(MidiEvent.Setting setting) {
        switch (setting) {
            case MidiEvent.ProgramChange change -> programs.put(change.channel(), change.program());
            case MidiEvent.DrumKit kit -> drumKits.put(kit.channel(), kit.isOn());
        }
    }

    PartBuilder of(MidiEvent.NoteOn on) {
        int program = program(on.channel(), on.tick());
        Playing last = playing[on.channel()];
        if (last != null && last.program() == program) {
            return last.part();
        }
        PartBuilder part = parts.computeIfAbsent(new Voice(on.channel(), program), this::begin);
        playing[on.channel()] = new Playing(program, part);
        return part;
    }

    Collection<PartBuilder> all() {
        return parts.values();
    }

    private int program(int channel, long tick) {
        Boolean ownDrums = drumKits.get(channel);
        if (ownDrums == null ? ofPiece.areDrumsAt(channel, tick) : ownDrums) {
            return DRUMS;
        }
        Integer own = programs.get(channel);
        return own == null ? ofPiece.programAt(channel, tick) : own;
    }

    private PartBuilder begin(Voice voice) {
        return new PartBuilder(
                name, voice.program() == DRUMS ? new Instrument.Drums() : new Instrument.Melodic(voice.program()));
    }
}
