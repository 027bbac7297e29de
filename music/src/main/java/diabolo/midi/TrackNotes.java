package diabolo.midi;

import diabolo.note.Instrument;
import diabolo.note.Note;
import diabolo.note.Pitch;
import diabolo.note.Velocity;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.IntStream;

/**
 * The notes of one track: pairs each start with its end, and sorts them into parts by channel and program.
 *
 * <p>Not thread-safe: one serves one track, once.
 */
final class TrackNotes {

    /** A large file has millions of notes, but 128 pitches and 127 velocities. */
    private static final List<Pitch> PITCHES =
            IntStream.rangeClosed(0, 127).mapToObj(Pitch::of).toList();

    private static final List<Velocity> VELOCITIES =
            IntStream.rangeClosed(1, 127).mapToObj(Velocity::of).toList();

    /** A note that sounds and waits for its end. */
    private record Sounding(MidiEvent.NoteOn event, PartBuilder part, boolean hadItsEndBefore) {}

    private record Voice(int channel, int program) {}

    private static final int DRUMS = -1;

    private final MidiTrack track;
    private final long start;
    private final Division division;
    private final ChannelPrograms pieceProgram;
    private final Map<Integer, Integer> trackProgram = new HashMap<>();
    private final Map<Integer, Boolean> trackDrums = new HashMap<>();
    private final Map<Integer, Long> startlessTick = new HashMap<>();
    private final Map<Integer, Integer> endsStillToCome = new HashMap<>(); // of notes that all notes off has ended
    private final Map<Voice, PartBuilder> parts = new LinkedHashMap<>();
    private final Map<Integer, Queue<Sounding>> sounding = new LinkedHashMap<>();
    private int endless;
    private int lengthless;
    private int startless;
    private int lengthlessLeftOut;

    /** @param start the tick of the piece at which the track begins */
    TrackNotes(MidiTrack track, long start, Division division, ChannelPrograms pieceProgram) {
        this.track = track;
        this.start = start;
        this.division = division;
        this.pieceProgram = pieceProgram;
    }

    /**
     * Adds this track's parts to those of the tracks before it.
     *
     * @param onlyTrack the track's name is then the title of the piece, and not that of its parts
     */
    void readInto(List<PartBuilder> builders, boolean onlyTrack) {
        String name = onlyTrack ? "" : name();
        PartBuilder continued = continues() && !builders.isEmpty() ? builders.getLast() : null;
        for (MidiEvent.OfChannel event : track.channelEvents()) {
            switch (event) {
                case MidiEvent.NoteOn on -> begin(on, continued == null ? part(on, name) : continued);
                case MidiEvent.NoteOff off -> end(off);
                case MidiEvent.ProgramChange change -> trackProgram.put(change.channel(), change.program());
                case MidiEvent.DrumKit kit -> trackDrums.put(kit.channel(), kit.isOn());
                case MidiEvent.AllNotesOff all -> endAll(all);
            }
        }
        endTheRest();
        builders.addAll(parts.values());
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
        int key = soundingKey(on.channel(), on.pitch());
        Queue<Sounding> candidates = sounding.computeIfAbsent(key, _ -> new ArrayDeque<>());
        // a note shorter than a tick is written as its end and then its start: where the pitch begins again, that was
        // all of it
        if (candidates.size() == 1 && candidates.element().hadItsEndBefore()) {
            Sounding tiny = candidates.remove();
            if (tiny.part().instrument() instanceof Instrument.Drums) {
                add(tiny, tiny.event().tick()); // a stroke has no length anyway
            } else {
                lengthlessLeftOut++;
            }
        }
        boolean hadItsEndBefore =
                candidates.isEmpty() && startlessTick.getOrDefault(key, -1L).equals(on.tick());
        candidates.add(new Sounding(on, part, hadItsEndBefore));
    }

    private void end(MidiEvent.NoteOff off) {
        Queue<Sounding> candidates = sounding.get(soundingKey(off.channel(), off.pitch()));
        Sounding first = candidates == null ? null : candidates.poll();
        if (first == null) {
            passOver(off);
        } else {
            add(first, off.tick());
        }
    }

    private void passOver(MidiEvent.NoteOff off) {
        int key = soundingKey(off.channel(), off.pitch());
        int stillToCome = endsStillToCome.getOrDefault(key, 0);
        if (stillToCome > 0) {
            endsStillToCome.put(key, stillToCome - 1);
        } else {
            startless++;
            startlessTick.put(key, off.tick());
        }
    }

    private void endAll(MidiEvent.AllNotesOff all) {
        for (int pitch = 0; pitch < PITCHES.size(); pitch++) {
            int key = soundingKey(all.channel(), pitch);
            Queue<Sounding> candidates = sounding.get(key);
            if (candidates != null && !candidates.isEmpty()) {
                endsStillToCome.merge(key, candidates.size(), Integer::sum);
                candidates.forEach(note -> add(note, all.tick()));
                candidates.clear();
            }
        }
    }

    private void endTheRest() {
        for (Queue<Sounding> candidates : sounding.values()) {
            endless += candidates.size();
            candidates.forEach(note -> add(note, track.endTick()));
        }
    }

    private void add(Sounding note, long endTick) {
        MidiEvent.NoteOn on = note.event();
        long ticks = endTick - on.tick();
        if (ticks == 0) {
            lengthless++;
        }
        note.part()
                .add(new Note(
                        PITCHES.get(on.pitch()),
                        VELOCITIES.get(on.velocity() - 1),
                        division.toBeat(start + on.tick()),
                        division.toBeat(Math.max(1, ticks))));
    }

    private PartBuilder part(MidiEvent.NoteOn on, String name) {
        int channel = on.channel();
        boolean areDrums = Optional.ofNullable(trackDrums.get(channel))
                .orElseGet(() -> pieceProgram.areDrumsAt(channel, on.tick()));
        if (areDrums) {
            return parts.computeIfAbsent(new Voice(channel, DRUMS), _ -> new PartBuilder(name, new Instrument.Drums()));
        }
        Integer own = trackProgram.get(channel);
        int program = own == null ? pieceProgram.programAt(channel, on.tick()) : own;
        return parts.computeIfAbsent(
                new Voice(channel, program), _ -> new PartBuilder(name, new Instrument.Melodic(program)));
    }

    private boolean continues() {
        return track.metaEvents().stream().anyMatch(MidiEvent.Continuation.class::isInstance);
    }

    private static int soundingKey(int channel, int pitch) {
        return channel * 128 + pitch;
    }

    /** The track's name, or else that of its instrument. */
    private String name() {
        String name = "";
        for (MidiEvent.Meta event : track.metaEvents()) {
            if (event instanceof MidiEvent.TrackName(long _, String trackName) && !trackName.isEmpty()) {
                return trackName;
            }
            if (event instanceof MidiEvent.InstrumentName(long _, String instrumentName) && name.isEmpty()) {
                name = instrumentName;
            }
        }
        return name;
    }
}
