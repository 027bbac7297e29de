package diabolo.audio;

import diabolo.audio.MidiTimeline.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Soundbank;
import javax.sound.sampled.AudioInputStream;

/** A piece, played by the JDK's synthesizer whenever it is streamed. */
final class JdkPcm implements Pcm {

    /** The synthesizer looks at its messages once in so many frames, which are 7 ms. */
    static final int BLOCK_FRAMES = 300;

    private static final long TAIL_FRAMES = (long) (Synthesizer.TAIL_SECONDS * SAMPLE_RATE_HZ);

    /** The end of the tail fades, so that a long release does not end in a click. */
    private static final long FADE_FRAMES = SAMPLE_RATE_HZ / 2;

    private static final int CONTROL_PAN = 10;
    private static final int PAN_MIDDLE = 64;
    private static final int PAN_SPREAD = 20;

    private final Soundbank bank;
    private final MidiTimeline timeline;

    JdkPcm(Soundbank bank, MidiTimeline timeline) {
        this.bank = bank;
        this.timeline = timeline;
    }

    @Override
    public long frameCount() {
        return timeline.frameCount() + TAIL_FRAMES;
    }

    @Override
    public void forEachBlock(Listener listener) throws IOException {
        JdkSynthesizer.Opened opened = JdkSynthesizer.open(bank, timeline);
        try (AudioInputStream stream = opened.stream()) {
            chooseInstruments(opened.receiver());
            KeyPresses keys = new KeyPresses(opened.receiver());
            int sent = 0;
            byte[] bytes = new byte[BLOCK_FRAMES * AUDIO_CHANNELS * Float.BYTES];
            float[] samples = new float[BLOCK_FRAMES * AUDIO_CHANNELS];
            for (long frame = 0; frame < frameCount(); frame += BLOCK_FRAMES) {
                while (sent < timeline.messages().size()
                        && timeline.messages().get(sent).frame() < frame + BLOCK_FRAMES) {
                    keys.send(timeline.messages().get(sent++));
                }
                stream.readNBytes(bytes, 0, bytes.length);
                ByteBuffer.wrap(bytes)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer()
                        .get(samples);
                fade(samples, frame);
                int frames = (int) Math.min(BLOCK_FRAMES, frameCount() - frame);
                listener.accept(samples, frames * AUDIO_CHANNELS);
            }
        }
    }

    private void chooseInstruments(Receiver receiver) {
        long parts =
                timeline.programs().stream().filter(program -> program >= 0).count();
        int seated = 0;
        for (int channel = 0; channel < MidiTimeline.CHANNELS; channel++) {
            int program = timeline.programs().get(channel);
            if (program >= 0) {
                receiver.send(message(ShortMessage.PROGRAM_CHANGE, channel, program, 0), -1);
                receiver.send(message(ShortMessage.CONTROL_CHANGE, channel, CONTROL_PAN, seat(seated++, parts)), -1);
            }
        }
    }

    /** Parts sit a little apart, the first on the left: two hands at a piano, four voices in a row. */
    private static int seat(int index, long parts) {
        return parts < 2
                ? PAN_MIDDLE
                : PAN_MIDDLE - PAN_SPREAD + (int) Math.round(2.0 * PAN_SPREAD * index / (parts - 1));
    }

    private void fade(float[] samples, long frame) {
        if (frame + BLOCK_FRAMES <= frameCount() - FADE_FRAMES) {
            return;
        }
        for (int i = 0; i < samples.length; i++) {
            long left = frameCount() - frame - i / AUDIO_CHANNELS;
            samples[i] *= (float) Math.clamp((double) left / FADE_FRAMES, 0, 1);
        }
    }

    private static ShortMessage message(int command, int channel, int first, int second) {
        try {
            return new ShortMessage(command, channel, first, second);
        } catch (InvalidMidiDataException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * Sends keys down and up. A pitch that two notes of a channel hold at once is struck again by the second, and sounds until
     * both have ended.
     */
    private static final class KeyPresses {

        private final Receiver receiver;
        private final int[][] held = new int[MidiTimeline.CHANNELS][128];
        private long lastMicros = -1;

        KeyPresses(Receiver receiver) {
            this.receiver = receiver;
        }

        void send(Message message) {
            int channel = message.channel();
            int pitch = message.pitch();
            if (message.velocity() > 0) {
                if (held[channel][pitch]++ > 0) {
                    send(ShortMessage.NOTE_OFF, message, 0);
                }
                send(ShortMessage.NOTE_ON, message, message.velocity());
            } else if (--held[channel][pitch] == 0) {
                send(ShortMessage.NOTE_OFF, message, 0);
            }
        }

        /** No two messages get the same time: the synthesizer would look for a free microsecond one by one. */
        private void send(int command, Message message, int velocity) {
            lastMicros = Math.max(lastMicros + 1, message.frame() * 1_000_000 / SAMPLE_RATE_HZ);
            receiver.send(message(command, message.channel(), message.pitch(), velocity), lastMicros);
        }
    }
}
