"""The parts of the C kernel that do not depend on the equations; the same calling convention as the native kernel's."""

RUN = """
typedef struct { const char *base; long per_world, per_step; } Source;

static void gather(V *into, const Source *table, long count, long world, long worlds, long step) {
  for (long i = 0; i < count; i++) {
    const char *row = table[i].base + table[i].per_step * step;
    for (long l = 0; l < 8; l++) {
      const long column = world + l < worlds ? world + l : worlds - 1;
      into[i][l] = *(const double *)(row + column * table[i].per_world);
    }
  }
}

void run(V *work, const Source *given, const Source *series, const double *driven, double *out, long *failed, long worlds,
         long padded, long first, long last, double start, double length, long steps, long stride) {
  V *const numbers = work + $given, *const held = work + $held, *const noted = work + $noted;
  V *const stocks = work + $stocks, *const here = work + $here;
  V *const slopes = work + $slopes, *const saved = work + $saved, *const frozen = work + $series, *const doubt = work + $doubt;
  const long rows = steps / stride + 1;
  const V wide_length = SAME(length);
  (void)here;
  for (long world = first; world < last; world += 8) {
    gather(numbers, given, $given_count, world, worlds, 0);
    *doubt = prepare(numbers, held, stocks);
    long marks[8] = {-1, -1, -1, -1, -1, -1, -1, -1};
    for (long step = 0; step <= steps; step++) {
      const double year = start + step * length;
      const double *row = driven + step * $driven_count;
      gather(frozen, series, $series_count, world, worlds, step);
      *doubt += move(numbers, held, frozen, stocks, slopes, noted, row, year);
      if (step % stride == 0) {
        *doubt += look(numbers, held, frozen, stocks, noted, saved, row, year);
        for (long k = 0; k < $saved_count; k++) store(out + (k * rows + step / stride) * padded + world, saved[k]);
      }
      if (step < steps) {
$stages
      }
      for (long l = 0; l < 8; l++)
        if ((*doubt)[l] != (*doubt)[l] && marks[l] < 0) marks[l] = step;
    }
    for (long l = 0; l < 8; l++) failed[world + l] = marks[l];
  }
}
"""

STORE = """
typedef double Loose __attribute__((vector_size(64), aligned(8)));
static inline void store(double *to, V value) { *(Loose *)to = value; }
"""
