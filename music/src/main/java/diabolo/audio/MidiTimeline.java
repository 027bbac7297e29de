package diabolo.audio;

import diabolo.note.Instrument;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * A piece as the messages a synthesizer receives, in the order of time: at one moment, notes end before others begin.
 * Immutable.
 *
 * @param messages in order
 * @param programs which program each melodic MIDI channel plays, -1 where it is not used
 * @param frameCount PCM frames until the last note ends
 */
record MidiTimeline(List<Message> messages, List<Integer> programs, long frameCount) {

    static final int CHANNELS = 16;
    static final int DRUM_CHANNEL = 9;

    /** A hundredth of a second: a shorter note would be a click. */
    private static final long SHORTEST_FRAMES = Pcm.SAMPLE_RATE_HZ / 100;

    /**
     * A key goes down, or up where the velocity is zero.
     *
     * @param frame when, in PCM frames
     */
    record Message(long frame, int channel, int pitch, int velocity) {
        private static final Comparator<Message> IN_TIME =
                Comparator.comparingLong(Message::frame).thenComparing(message -> message.velocity > 0);
    }

    MidiTimeline {
        messages = List.copyOf(messages);
        programs = List.copyOf(programs);
    }

    static MidiTimeline of(NoteSequence sequence) {
        TempoMap tempos = new TempoMap(sequence);
        List<Integer> channels = channelOfEachPart(sequence.parts());
        Integer[] programs = new Integer[CHANNELS];
        Arrays.fill(programs, -1);
        List<Message> messages = new ArrayList<>();
        long frameCount = 0;
        for (int i = 0; i < channels.size(); i++) {
            Part part = sequence.parts().get(i);
            int channel = channels.get(i);
            if (part.instrument() instanceof Instrument.Melodic melodic && programs[channel] < 0) {
                programs[channel] = melodic.program();
            }
            for (Note note : part.notes()) {
                long start = frame(tempos.secondsAt(note.start()));
                long end = Math.max(start + SHORTEST_FRAMES, frame(tempos.secondsAt(note.end())));
                int pitch = note.pitch().midi();
                messages.add(new Message(start, channel, pitch, note.velocity().midi()));
                messages.add(new Message(end, channel, pitch, 0));
                frameCount = Math.max(frameCount, end);
            }
        }
        messages.sort(Message.IN_TIME);
        return new MidiTimeline(messages, List.of(programs), frameCount);
    }

    /** A channel for each part while there are enough of them; else parts with the same program share one. */
    private static List<Integer> channelOfEachPart(List<Part> parts) {
        long melodicParts = parts.stream().filter(part -> !part.isDrums()).count();
        TreeMap<Integer, Integer> channelOfProgram = new TreeMap<>();
        List<Integer> channels = new ArrayList<>();
        int used = 0;
        for (Part part : parts) {
            switch (part.instrument()) {
                case Instrument.Drums _ -> channels.add(DRUM_CHANNEL);
                case Instrument.Melodic melodic -> {
                    Integer shared = melodicParts < CHANNELS ? null : channelOfProgram.get(melodic.program());
                    int channel = shared == null ? melodicChannel(used++) : shared;
                    channelOfProgram.put(melodic.program(), channel);
                    channels.add(channel);
                }
            }
        }
        return channels;
    }

    private static int melodicChannel(int index) {
        int channel = index % (CHANNELS - 1);
        return channel < DRUM_CHANNEL ? channel : channel + 1;
    }

    private static long frame(double seconds) {
        return Math.round(seconds * Pcm.SAMPLE_RATE_HZ);
    }
}
