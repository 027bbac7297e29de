# The sides of bench/run's cases: who they are, what they need and how they are started. Read by bench/run.

# The threads of every side of a case: one, where processor time is compared; all cores by the clock, as users have it.
set_threads() { if [[ $1 == *-clock ]]; then threads=$(getconf _NPROCESSORS_ONLN); else threads=1; fi; }
# The libraries and flags of ./diabolo, which sets the rest itself; the peers run with what their users get.
run_java() {
    OMP_NUM_THREADS=$threads "$jdk/bin/java" -XX:ActiveProcessorCount=$threads -Xlog:disable --enable-native-access=ALL-UNNAMED \
        -Dorg.bytedeco.javacpp.platform.extension= -Dorg.bytedeco.javacpp.cachedir=target/app/native \
        -cp "bench/target/classes:target/app/lib/*" "diabolo.bench.$@"
}
run_djl() {
    DJL_CACHE_DIR=$work/djl OMP_NUM_THREADS=$threads "$jdk/bin/java" -XX:ActiveProcessorCount=$threads -Xlog:disable \
        --enable-native-access=ALL-UNNAMED -Dai.djl.offline=true -Dai.djl.pytorch.num_threads=$threads \
        -cp "bench/djl/target/classes:bench/djl/target/lib/*:bench/target/classes:target/app/lib/*" "diabolo.bench.$@"
}
run_python() { OMP_NUM_THREADS=$threads OPENBLAS_NUM_THREADS=$threads "$python" "bench/$1" "${@:2}"; }
run_node() { NODE_PATH=$work/npm/node_modules node "bench/$1" "${@:2}"; }

sides() {
    case $1 in
        deephear* | musicvae*) echo diabolo libtorch pytorch djl ;;
        cd1 | projection) echo diabolo sklearn ;;
        sampling) echo diabolo cells module magenta magenta-wasm ;;
        sampling-clock) echo diabolo cells module magenta-wasm ;;
        midi-*) echo diabolo jdk tonejs mido ;;
        start) echo --version inspect generate_--count_1 generate_--model_melody-2bar_--count_1 render_--to_wav ;;
    esac
}

prepare() {
    local folder=$work/$1
    case ${1%-clock} in
        deephear) run_java DenseTraining prepare "$folder" DEEPHEAR ;;
        cd1) run_java DenseTraining prepare "$folder" CD1 ;;
        musicvae) run_java MusicVaeTraining prepare "$folder" two-bars ;;
        musicvae-16) run_java MusicVaeTraining prepare "$folder" sixteen-bars ;;
        sampling) run_java Sampling prepare "$folder" $(checkpoint) ;;
        projection)
            [[ -d $data/digits-mnist ]] || { no_data digits-mnist; return 1; }
            run_java ProjectionCase prepare "$folder" "$data/digits-mnist/t10k-images-idx3-ubyte.gz"
            ;;
        midi-folk) list_midi folk-nottingham "$folder" ;;
        midi-games) list_midi multitrack-games "$folder" ;;
        start) ./diabolo generate --count 1 --seed 1 --out "$folder/piece" ;;
    esac
}
checkpoint() { if [[ -d $data/magenta-mel-2bar-small ]]; then echo "$data/magenta-mel-2bar-small"; fi; }
no_data() { echo "there is no $1: ./diabolo data get $1 fetches it, DIABOLO_DATA names its folder"; }
list_midi() {
    [[ -d $data/$1 ]] || { no_data "$1"; return 1; }
    run_java MidiReading list "$data/$1" >"$2/files"
}

# Why a side cannot run, or nothing.
absent() {
    case $1/$2 in
        musicvae-16*/djl) echo "its side has a flat decoder alone" ;;
        */djl) djl_builds ;;
        */pytorch) has_python 'torch, numpy' || echo "$python has no PyTorch: pip install torch numpy, or name another Python in PYTHON" ;;
        */sklearn) has_python sklearn || echo "$python has no scikit-learn: pip install scikit-learn, or name another Python in PYTHON" ;;
        */mido) has_python mido || echo "$python has no mido: pip install mido, or name another Python in PYTHON" ;;
        */magenta | */magenta-wasm)
            if [[ -z $(checkpoint) ]]; then
                echo "its checkpoint is not there: magenta-mel-2bar-small in the folder that DIABOLO_DATA names"
            else
                npm_installs "@magenta/music@1.23.1 @tensorflow/tfjs-backend-wasm@2.8.6"
            fi
            ;;
        */tonejs) npm_installs "@tonejs/midi@2.0.28" ;;
    esac
}
# The profile of DJL is built when the first side asks for it; its native library is not everywhere to be had.
djl_builds() {
    if [[ ! -e $work/djl.built ]]; then
        if JAVA_HOME=$jdk mvn -B -Ppeers -pl bench/djl -am -Dmaven.test.skip=true package >"$work/djl.log" 2>&1; then
            : >"$work/djl.built"
        else
            echo "the profile peers was not built: $(grep -E '^\[ERROR\]' "$work/djl.log" | head -n 1 | cut -c 9-240)" >"$work/djl.built"
        fi
    fi
    cat "$work/djl.built"
}
npm_installs() {
    local name=${1//[^a-z0-9]/-}
    mkdir -p "$work/npm"
    [[ ! -e $work/npm/$name ]] || { cat "$work/npm/$name"; return; }
    if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
        echo "it needs Node and npm" >"$work/npm/$name"
    elif (cd "$work/npm" && npm install --no-audit --no-fund --ignore-scripts $1 >log 2>&1); then
        : >"$work/npm/$name"
    else
        echo "npm could not install $1" >"$work/npm/$name"
    fi
    cat "$work/npm/$name"
}

run_side() {
    local folder=$work/$1
    case ${1%-clock}/$2 in
        deephear/diabolo) run_java DenseTraining run "$folder" "${updates:-20}" DEEPHEAR ;;
        deephear/libtorch) run_java StockDenseTraining "$folder" "${updates:-20}" ;;
        deephear/pytorch) run_python deephear_training.py "$folder" "${updates:-20}" ;;
        deephear/djl) run_djl DjlTraining "$folder" "${updates:-20}" deephear ;;
        cd1/diabolo) run_java DenseTraining run "$folder" "${updates:-20}" CD1 ;;
        cd1/sklearn) run_python cd1_training.py "$folder" "${updates:-10}" ;;
        projection/diabolo) run_java ProjectionCase run "$folder" ;;
        projection/sklearn) run_python projection.py "$folder" ;;
        musicvae/diabolo) run_java MusicVaeTraining run "$folder" "${updates:-2}" two-bars ;;
        musicvae/libtorch) run_java StockLibtorchTraining "$folder" "${updates:-2}" two-bars ;;
        musicvae/pytorch) run_python musicvae_training.py "$folder" "${updates:-2}" two-bars ;;
        musicvae/djl) run_djl DjlTraining "$folder" "${updates:-2}" musicvae ;;
        musicvae-16/diabolo) run_java MusicVaeTraining run "$folder" "${updates:-12}" sixteen-bars ;;
        musicvae-16/libtorch) run_java StockLibtorchTraining "$folder" "${updates:-12}" sixteen-bars ;;
        musicvae-16/pytorch) run_python musicvae_training.py "$folder" "${updates:-12}" sixteen-bars ;;
        sampling/diabolo) run_java Sampling run "$folder" $(checkpoint) ;;
        sampling/cells | sampling/module) run_java StockSampling "$folder" "$2" ;;
        sampling/magenta) run_node sampling.js "$folder" "$(checkpoint)" cpu 4 1 8 32 128 1024 ;;
        sampling/magenta-wasm) run_node sampling.js "$folder" "$(checkpoint)" wasm 4 1 8 32 128 1024 ;;
        midi-*/diabolo | midi-*/jdk) run_java MidiReading run "$folder/files" "$2" $(sizes "$1") ;;
        midi-*/tonejs) # a process for each size: what was read before slows it severalfold
            local size
            for size in $(sizes "$1"); do run_node midi_reading.js "$folder/files" "$size"; done
            ;;
        midi-*/mido) run_python midi_reading.py "$folder/files" $(sizes "$1") ;;
        start/*) start "$2" ;;
    esac
}
sizes() { if [[ $1 == midi-folk ]]; then echo 50 100 200 500; else grep -c . "$work/$1/files"; fi; }

start() {
    local command=${1//_/ } piece=$work/start/piece/piece-0001.mid arguments
    case $command in
        inspect) arguments="inspect $piece" ;;
        render*) arguments="render $piece --to wav --out $work/start/sound.wav" ;;
        generate*) arguments="$command --seed 1 --out $work/start/again" ;;
        *) arguments=$command ;;
    esac
    rm -rf "$work/start/again" "$work/start/sound.wav"
    if [[ -x /usr/bin/time ]] && /usr/bin/time -f %M true 2>/dev/null; then
        /usr/bin/time -o "$work/time" -f '%U %S %e %M' ./diabolo $arguments >/dev/null
    else
        TIMEFORMAT='%U %S %R 0'
        { time ./diabolo $arguments >/dev/null; } 2>"$work/time"
    fi
    tail -n 1 "$work/time" | awk '{ printf "{\"size\": 1, \"millis\": %.0f, \"processorMillis\": %.0f, \"check\": [%.0f]}\n", 1000 * $3, 1000 * ($1 + $2), $4 / 1024 }'
}

machine() {
    echo "processor: $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1 || sysctl -n machdep.cpu.brand_string), $(getconf _NPROCESSORS_ONLN) cores"
    echo "memory: $(awk '/^MemTotal/ { printf "%.0f GB", $2 / 1048576 }' /proc/meminfo 2>/dev/null)"
    echo "date: $(date -u +%Y-%m-%d), rounds: $rounds"
    echo "Diabolo: commit $(git rev-parse --short HEAD 2>/dev/null || echo unknown)"
    echo "Java: $("$jdk/bin/java" -version 2>&1 | sed -n '2s/.*(build \(.*\))/\1/p')"
    echo "libtorch: $(sed -n 's/.*<pytorch.version>\(.*\)-.*<.*/\1/p' pom.xml)"
    echo "DJL: $(if [[ -s $work/djl.built || ! -e $work/djl.built ]]; then echo 'not built'; else sed -n 's/.*<djl.version>\(.*\)<.*/\1/p; s/.*<djl.pytorch.version>\(.*\)<.*/with libtorch \1/p' bench/djl/pom.xml | paste -s -d ' ' -; fi)"
    echo "Python: $("$python" -c 'import platform; print(platform.python_version())' 2>/dev/null || echo none)"
    local module
    for module in torch numpy sklearn mido; do
        echo "– $module: $("$python" -c "from importlib.metadata import version; print(version('${module/sklearn/scikit-learn}'))" 2>/dev/null || echo 'not installed')"
    done
    echo "Node: $(node --version 2>/dev/null || echo none)"
    echo "weights of sampling: $(if [[ -n $(checkpoint) ]]; then echo "Magenta's checkpoint mel_2bar_small, on every side"; else echo 'random, of the same shapes, on every side'; fi)"
}
