package diabolo.experiment;

import static diabolo.note.Checks.require;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import diabolo.model.Bottleneck;
import diabolo.model.ConvolutionalSpec;
import diabolo.model.DenseSpec;
import diabolo.model.Initialization;
import diabolo.model.ModelSpec;
import diabolo.model.RecurrentSpec;
import diabolo.nn.Activation;
import diabolo.nn.ConvolutionSize;
import diabolo.nn.LstmSize;
import diabolo.representation.TokenRepresentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The network of an experiment, of whatever size its examples turn out to be: the {@code network} of its YAML. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = Network.FAMILY)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Network.Dense.class, name = "DENSE"),
    @JsonSubTypes.Type(value = Network.Convolutional.class, name = "CONVOLUTIONAL"),
    @JsonSubTypes.Type(value = Network.Recurrent.class, name = "RECURRENT")
})
public sealed interface Network {

    String FAMILY = "family";

    Bottleneck bottleneck();

    Network with(Bottleneck other);

    Network withCodeSize(int other);

    /** The network for examples of a format. */
    ModelSpec of(Format format);

    Initialization initialization();

    /**
     * See {@link DenseSpec}.
     *
     * @param hiddenSizes units of the layers from the one above the frame to the code
     * @param bottleneck GAUSSIAN for a variational autoencoder, whose code is LINEAR and whose weights are UNTIED
     * @param initializationFactor see {@link Initialization}
     */
    record Dense(
            List<Integer> hiddenSizes,
            Activation hidden,
            Activation code,
            DenseSpec.Tying tying,
            Bottleneck bottleneck,
            double initializationFactor)
            implements Network {
        public Dense {
            hiddenSizes = List.copyOf(hiddenSizes);
            require(!hiddenSizes.isEmpty(), "hiddenSizes must name at least the code's size");
        }

        public Dense withHiddenSizes(List<Integer> other) {
            return new Dense(other, hidden, code, tying, bottleneck, initializationFactor);
        }

        @Override
        public Dense with(Bottleneck other) {
            return new Dense(hiddenSizes, hidden, code, tying, other, initializationFactor);
        }

        @Override
        public Dense withCodeSize(int other) {
            List<Integer> sizes = new ArrayList<>(hiddenSizes);
            sizes.set(sizes.size() - 1, other);
            return withHiddenSizes(sizes);
        }

        @Override
        public DenseSpec of(Format format) {
            require(
                    !(format instanceof Format.Lines),
                    "a dense network takes frames of cells, and tokens have none; choose network {family: RECURRENT}, or format {kind: PIANO_ROLL}");
            List<Integer> sizes = new ArrayList<>(List.of(format.frameSize()));
            sizes.addAll(hiddenSizes);
            return new DenseSpec(sizes, hidden, code, Activation.SIGMOID, tying, bottleneck);
        }

        @Override
        public Initialization initialization() {
            return new Initialization(initializationFactor);
        }
    }

    /**
     * See {@link ConvolutionalSpec}; the frame's plane is that of the format.
     *
     * @param encoder from the frame up
     * @param decoder from the code down, the last with one filter
     * @param initializationFactor see {@link Initialization}
     */
    record Convolutional(
            List<ConvolutionSize> encoder,
            Bottleneck bottleneck,
            List<ConvolutionSize> decoder,
            Activation hidden,
            Activation code,
            double initializationFactor)
            implements Network {

        public static final String NAME = "CONVOLUTIONAL";

        /** Where a YAML gives no other settings: the network of Kazakçı, Cherti and Kégl (2016). */
        public static final Convolutional NEW_TYPES = of(ConvolutionalSpec.newTypes(128));

        public Convolutional {
            encoder = List.copyOf(encoder);
            decoder = List.copyOf(decoder);
        }

        private static Convolutional of(ConvolutionalSpec spec) {
            return new Convolutional(spec.encoder(), spec.bottleneck(), spec.decoder(), spec.hidden(), spec.code(), 1);
        }

        @Override
        public Convolutional with(Bottleneck other) {
            return new Convolutional(encoder, other, decoder, hidden, code, initializationFactor);
        }

        /** Other filters in every convolution. */
        Convolutional withFilters(int filters) {
            return new Convolutional(
                    encoder.stream().map(size -> size.withFilters(filters)).toList(),
                    bottleneck,
                    decoder,
                    hidden,
                    code,
                    initializationFactor);
        }

        @Override
        public Convolutional withCodeSize(int other) {
            throw new IllegalArgumentException(
                    "the code of a convolutional network is its feature maps, whose size follows from the frame's; choose other filters or strides");
        }

        @Override
        public ConvolutionalSpec of(Format format) {
            return switch (format) {
                case Format.Images(int rows, int columns) -> of(rows, columns);
                case Format.PianoRoll roll -> of(roll.steps(), roll.pitches());
                case Format.Lines _ ->
                    throw new IllegalArgumentException(
                            "a convolutional network takes images or piano rolls, and tokens are neither; choose network {family: RECURRENT}, or format {kind: PIANO_ROLL}");
            };
        }

        private ConvolutionalSpec of(int rows, int columns) {
            return new ConvolutionalSpec(rows, columns, encoder, bottleneck, decoder, hidden, code, Activation.SIGMOID);
        }

        @Override
        public Initialization initialization() {
            return new Initialization(initializationFactor);
        }
    }

    /** The two ways to read and to write: all steps in a row, or bar by bar. */
    enum Kind {
        FLAT,
        HIERARCHICAL
    }

    /** What a decoder decides by: all tokens of a step at once, or of drums one drum after the other. */
    enum Output {
        SOFTMAX,
        NADE
    }

    /**
     * See {@link RecurrentSpec}.
     *
     * @param encoderUnits of each direction
     * @param conductorUnits not looked at with a flat decoder, nor are its layers
     * @param nadeUnits hidden units of a NADE, not looked at with a softmax
     */
    record Recurrent(
            Kind encoder,
            int encoderUnits,
            int encoderLayers,
            int codeSize,
            Bottleneck bottleneck,
            Kind decoder,
            int decoderUnits,
            int decoderLayers,
            int conductorUnits,
            int conductorLayers,
            Output output,
            int nadeUnits)
            implements Network {

        @Override
        public Recurrent with(Bottleneck other) {
            return with(codeSize, other, decoder, decoderUnits);
        }

        @Override
        public Recurrent withCodeSize(int other) {
            return with(other, bottleneck, decoder, decoderUnits);
        }

        /** With LSTMs of so many units throughout, and one layer of each. */
        Recurrent ofUnits(int units) {
            return new Recurrent(
                    encoder, units, 1, codeSize, bottleneck, decoder, units, 1, units, 1, output, nadeUnits);
        }

        Recurrent withDecoder(Kind kind, int units) {
            return with(codeSize, bottleneck, kind, units);
        }

        private Recurrent with(int otherCodeSize, Bottleneck otherBottleneck, Kind otherDecoder, int otherUnits) {
            return new Recurrent(
                    encoder,
                    encoderUnits,
                    encoderLayers,
                    otherCodeSize,
                    otherBottleneck,
                    otherDecoder,
                    otherUnits,
                    decoderLayers,
                    conductorUnits,
                    conductorLayers,
                    output,
                    nadeUnits);
        }

        @Override
        public RecurrentSpec of(Format format) {
            if (!(format instanceof Format.Lines lines)) {
                throw new IllegalArgumentException(
                        "a recurrent network writes tokens, which are the formats MELODY, DRUMS and TRIO; choose one of them, or network {family: DENSE}");
            }
            TokenRepresentation tokens = lines.representation();
            LstmSize size = new LstmSize(decoderUnits, decoderLayers);
            return new RecurrentSpec(
                    tokens.alphabets(),
                    tokens.steps(),
                    new LstmSize(encoderUnits, encoderLayers),
                    encoder == Kind.HIERARCHICAL ? List.of(tokens.stepsPerBar()) : List.of(),
                    codeSize,
                    bottleneck,
                    switch (decoder) {
                        case FLAT -> new RecurrentSpec.Flat(size);
                        case HIERARCHICAL ->
                            new RecurrentSpec.Hierarchical(
                                    tokens.stepsPerBar(), new LstmSize(conductorUnits, conductorLayers), size);
                    },
                    output == Output.NADE ? Optional.of(new RecurrentSpec.Nade(nadeUnits)) : Optional.empty());
        }

        @Override
        public Initialization initialization() {
            return Initialization.GLOROT;
        }
    }
}
