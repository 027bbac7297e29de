package exercises.solution;

import exercises.Quantizer;

public class QuantizerSolution extends Quantizer {

    @Override
    public int nearestStep(double beat, int stepsPerBeat) {
        return (int) Math.floor(beat * stepsPerBeat + 0.5);
    }

    @Override
    public int[] quantize(double start, double duration, int stepsPerBeat) {
        int first = nearestStep(start, stepsPerBeat);
        int end = nearestStep(start + duration, stepsPerBeat);
        return new int[] {first, Math.max(1, end - first)};
    }
}
