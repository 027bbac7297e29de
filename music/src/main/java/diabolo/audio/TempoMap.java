package diabolo.audio;

import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.NoteSequence;
import diabolo.note.Tempo;
import java.util.List;

/**
 * {@link NoteSequence#secondsAt} for a great many positions: the seconds at every change of tempo are summed once, so that a
 * piece with 100,000 notes and as many tempos does not take hours. Immutable.
 */
final class TempoMap {

    private final double[] starts;
    private final double[] seconds;
    private final double[] secondsPerBeat;

    TempoMap(NoteSequence sequence) {
        List<At<Tempo>> tempos = sequence.tempos();
        starts = new double[tempos.size() + 1];
        seconds = new double[tempos.size() + 1];
        secondsPerBeat = new double[tempos.size() + 1];
        secondsPerBeat[0] = Tempo.DEFAULT.secondsPerBeat();
        for (int i = 0; i < tempos.size(); i++) {
            starts[i + 1] = tempos.get(i).start().toDouble();
            seconds[i + 1] = seconds[i] + (starts[i + 1] - starts[i]) * secondsPerBeat[i];
            secondsPerBeat[i + 1] = tempos.get(i).value().secondsPerBeat();
        }
    }

    double secondsAt(Beat position) {
        double beat = position.toDouble();
        int low = 0;
        int high = starts.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= beat) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return seconds[low] + (beat - starts[low]) * secondsPerBeat[low];
    }
}
