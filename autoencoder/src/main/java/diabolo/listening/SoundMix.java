package diabolo.listening;

import diabolo.audio.Pcm;
import diabolo.report.page.SoundBank;
import diabolo.report.page.SoundBank.BankNote;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** What the page will sound like: notes mixed from the sounds of a bank as its script does, to measure how loud they are. */
final class SoundMix {

    static final int SAMPLE_RATE_HZ = Pcm.SAMPLE_RATE_HZ / 2;

    private static final int WAV_HEADER_BYTES = 44;

    /** Of {@link SoundBank#LOADING}, in seconds. */
    private static final double LATEST_RELEASE = SoundBank.SLOT_SECONDS - 0.3;

    private static final double RELEASE = 0.06;
    private static final double TAIL = 0.4;
    private static final double LONGEST = SoundBank.SLOT_SECONDS - 0.05;

    /** The samples of the bank, -1 to 1. */
    private final float[] bank;

    private SoundMix(float[] bank) {
        this.bank = bank;
    }

    static SoundMix of(byte[] wav) {
        ByteBuffer shorts = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).position(WAV_HEADER_BYTES);
        float[] samples = new float[shorts.remaining() / Short.BYTES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = shorts.getShort() / (float) (Short.MAX_VALUE + 1);
        }
        return new SoundMix(samples);
    }

    float[] of(List<BankNote> notes) {
        double end = notes.stream()
                .mapToDouble(note -> note.startSeconds() + note.lengthSeconds() + TAIL)
                .max()
                .orElse(0);
        float[] mix = new float[(int) Math.ceil(end * SAMPLE_RATE_HZ) + 1];
        notes.forEach(note -> add(note, mix));
        return mix;
    }

    private void add(BankNote note, float[] mix) {
        double rate = Math.pow(2, note.semitones() / 12.0);
        double gain = Math.pow(note.velocity() / 100.0, 1.5);
        double release = Math.min(note.lengthSeconds(), LATEST_RELEASE);
        int first = (int) Math.round(note.startSeconds() * SAMPLE_RATE_HZ);
        int offset = SoundBank.SLOT_SECONDS * note.sound() * SAMPLE_RATE_HZ;
        int length = (int) (Math.min(note.lengthSeconds() + TAIL, LONGEST) * SAMPLE_RATE_HZ / rate);
        for (int i = 0; i < length && first + i < mix.length; i++) {
            double seconds = (double) i / SAMPLE_RATE_HZ;
            double envelope = seconds < release ? 1 : Math.exp(-(seconds - release) / RELEASE);
            mix[first + i] += (float) (gain * envelope * at(offset + i * rate));
        }
    }

    private double at(double position) {
        int before = (int) position;
        if (before + 1 >= bank.length) {
            return 0;
        }
        double share = position - before;
        return (1 - share) * bank[before] + share * bank[before + 1];
    }
}
