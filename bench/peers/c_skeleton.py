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

#define INPUTS(stocks) own + $given, own + $held, own + $series, stocks
#define EACH for (V *own = work; own < end; own += $size)

static void some(V *work, const Source *given, const Source *series, const double *driven, double *out, double *ended,
                 long *failed, long worlds, long padded, long first, long last, double start, double length, long steps,
                 long stride, long rows) {
  V *const end = work + (last - first) / 8 * $size;
  const V wide_length = SAME(length);
  EACH {
    gather(own + $given, given, $given_count, first + (own - work) / $size * 8, worlds, 0);
    own[$doubt] = prepare(own + $given, own + $held, own + $stocks);
  }
  for (long world = first; world < last; world++) failed[world] = -1;
  for (long step = 0; step <= steps; step++) {
    const double year = start + step * length;
    const double *row = driven + step * $driven_count;
    EACH gather(own + $series, series, $series_count, first + (own - work) / $size * 8, worlds, step);
$move
    if (step % stride == 0) {
      double *const to = out + step / stride * padded + first;
      EACH own[$doubt] += look(INPUTS(own + $stocks), own + $noted, own + $saved, row, year);
      for (long k = 0; k < $saved_count; k++)
        EACH store(to + k * rows * padded + (own - work) / $size * 8, own[$saved + k]);
    }
    if (step < steps) {
$stages
    }
    EACH for (long l = 0; l < 8; l++) {
      long *const mark = failed + first + (own - work) / $size * 8 + l;
      if (own[$doubt][l] != own[$doubt][l] && *mark < 0) *mark = step;
    }
  }
  for (long i = 0; i < $stock_count; i++)
    EACH store(ended + i * padded + first + (own - work) / $size * 8, own[$stocks + i]);
}

// No contender goes on from another run, so that `stood` is not read.
void run(V *work, const Source *given, const Source *series, const double *driven, const double *stood, double *out,
         double *ended, long *failed, long worlds, long padded, long first, long last, double start, double length, long steps,
         long stride, long rows) {
  for (long world = first; world < last; world += $together) {
    const long until = world + $together < last ? world + $together : last;
    some(work, given, series, driven, out, ended, failed, worlds, padded, world, until, start, length, steps, stride,
         rows);
  }
}
"""

STORE = """
typedef double Loose __attribute__((vector_size(64), aligned(8)));
static inline void store(double *to, V value) { *(Loose *)to = value; }
"""
