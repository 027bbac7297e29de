package diabolo.midi;

import diabolo.note.Instrument;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The notes of one track: pairs each start with its end.
 *
 * <p>Not thread-safe: one serves one track, once.
 */
final class TrackNotes {

    private static final int PITCHES = 128;

    /** One pitch of one channel. */
    private static final class PitchNotes {
        final Queue<SoundingNote> sounding = new ArrayDeque<>(1);
        long startlessTick = -1;
        int endsStillToCome; // of notes that all notes off has ended
    }

    private final MidiTrack track;
    private final long start;
    private final TrackParts parts;
    private final @Nullable PitchNotes[] pitches = new PitchNotes[ChannelPrograms.CHANNELS * PITCHES];
    private final List<PitchNotes> played = new ArrayList<>();
    private int endless;
    private int lengthless;
    private int startless;
    private int lengthlessLeftOut;

    /**
     * @param start the tick of the piece at which the track begins
     * @param parts that the notes are sorted into
     */
    TrackNotes(MidiTrack track, long start, TrackParts parts) {
        this.track = track;
        this.start = start;
        this.parts = parts;
    }

    /** Adds this track's parts to those of the tracks before it. */
    void readInto(List<PartBuilder> builders) {
        PartBuilder continued = track.continues() && !builders.isEmpty() ? builders.getLast() : null;
        for (MidiEvent.OfChannel event : track.channelEvents()) {
            switch (event) {
                case MidiEvent.NoteOn on -> begin(on, continued == null ? parts.of(on) : continued);
                case MidiEvent.NoteOff off -> end(off);
                case MidiEvent.Setting setting -> parts.set(setting);
                case MidiEvent.AllNotesOff all -> endAll(all);
            }
        }
        endTheRest();
        builders.addAll(parts.all());
    }

    /** What was noticed about the notes. */
    void tell(Diagnosis diagnosis) {
        String location = "track at byte " + track.offset();
        if (endless > 0) {
            diagnosis.noted(location, "notes without an end: " + endless, "they last to the end of their track");
        }
        if (lengthless > 0) {
            diagnosis.noted(location, "notes without length: " + lengthless, "they last one tick");
        }
        if (lengthlessLeftOut > 0) {
            diagnosis.noted(
                    location,
                    "notes whose end stands before their start at one tick: " + lengthlessLeftOut,
                    "left out");
        }
        if (startless > 0) {
            diagnosis.noted(location, "ends of notes without a start: " + startless, "they are passed over");
        }
    }

    private void begin(MidiEvent.NoteOn on, PartBuilder part) {
        PitchNotes notes = notes(on.channel(), on.pitch());
        // a note shorter than a tick is written as its end and then its start: where the pitch begins again, that was
        // all of it
        if (notes.sounding.size() == 1 && notes.sounding.element().hadItsEndBefore()) {
            SoundingNote tiny = notes.sounding.remove();
            if (tiny.part().instrument() instanceof Instrument.Drums) {
                end(tiny, tiny.event().tick()); // a stroke has no length anyway
            } else {
                lengthlessLeftOut++;
            }
        }
        boolean hadItsEndBefore = notes.sounding.isEmpty() && notes.startlessTick == on.tick();
        SoundingNote note = new SoundingNote(on, part, start, hadItsEndBefore);
        part.add(note);
        notes.sounding.add(note);
    }

    private void end(MidiEvent.NoteOff off) {
        PitchNotes notes = notes(off.channel(), off.pitch());
        SoundingNote first = notes.sounding.poll();
        if (first != null) {
            end(first, off.tick());
        } else if (notes.endsStillToCome > 0) {
            notes.endsStillToCome--;
        } else {
            startless++;
            notes.startlessTick = off.tick();
        }
    }

    private void endAll(MidiEvent.AllNotesOff all) {
        for (int pitch = 0; pitch < PITCHES; pitch++) {
            PitchNotes notes = pitches[index(all.channel(), pitch)];
            if (notes != null) {
                notes.endsStillToCome += notes.sounding.size();
                end(notes, all.tick());
            }
        }
    }

    private void endTheRest() {
        for (PitchNotes notes : played) {
            endless += notes.sounding.size();
            end(notes, track.endTick());
        }
    }

    private void end(PitchNotes notes, long tick) {
        notes.sounding.forEach(note -> end(note, tick));
        notes.sounding.clear();
    }

    private PitchNotes notes(int channel, int pitch) {
        PitchNotes known = pitches[index(channel, pitch)];
        if (known != null) {
            return known;
        }
        PitchNotes added = new PitchNotes();
        pitches[index(channel, pitch)] = added;
        played.add(added);
        return added;
    }

    private static int index(int channel, int pitch) {
        return channel * PITCHES + pitch;
    }

    private void end(SoundingNote note, long tick) {
        note.end(tick);
        if (note.isLengthless()) {
            lengthless++;
        }
    }
}
