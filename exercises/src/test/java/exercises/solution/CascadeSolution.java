package exercises.solution;

import exercises.Cascade;
import java.util.ArrayList;
import java.util.List;

public class CascadeSolution extends Cascade {

    @Override
    public List<Encoder> pretrain(double[][] examples, int[] sizes, Trainer trainer) {
        List<Encoder> layers = new ArrayList<>();
        double[][] states = examples;
        for (int size : sizes) {
            Encoder layer = trainer.train(states, size);
            layers.add(layer);
            states = layer.encode(states);
        }
        return layers;
    }

    @Override
    public double[][] states(List<Encoder> layers, double[][] examples) {
        double[][] states = examples;
        for (Encoder layer : layers) {
            states = layer.encode(states);
        }
        return states;
    }
}
