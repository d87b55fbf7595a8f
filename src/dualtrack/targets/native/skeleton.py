"""The parts of a kernel's LLVM text that do not depend on the equations: gathering inputs, stepping, saving, marking."""

# Rows of a table: address, bytes from world to world, bytes from step to step.
GATHER = """
define internal void @gather(ptr noalias %into, ptr noalias %table, i64 %count, i64 %world, i64 %worlds, i64 %step) noinline #0 {
entry:
  %none = icmp eq i64 %count, 0
  %final = sub i64 %worlds, 1
  br i1 %none, label %done, label %source
source:
  %index = phi i64 [ 0, %entry ], [ %following, %next ]
  %at = getelementptr { i64, i64, i64 }, ptr %table, i64 %index
  %base = load i64, ptr %at
  %per_world_at = getelementptr i8, ptr %at, i64 8
  %per_world = load i64, ptr %per_world_at
  %per_step_at = getelementptr i8, ptr %at, i64 16
  %per_step = load i64, ptr %per_step_at
  %ahead = mul i64 %per_step, %step
  %row = add i64 %base, %ahead
  %target = getelementptr $real, ptr %into, i64 %index
  br label %lane
lane:
  %l = phi i64 [ 0, %source ], [ %l_following, %lane ]
  %wanted = add i64 %world, %l
  %beyond = icmp sgt i64 %wanted, %final
  %column = select i1 %beyond, i64 %final, i64 %wanted
  %across = mul i64 %column, %per_world
  %address = add i64 %row, %across
  %from = inttoptr i64 %address to ptr
  %value = load double, ptr %from, align 8
  %to = getelementptr double, ptr %target, i64 %l
  store double %value, ptr %to, align 8
  %l_following = add i64 %l, 1
  %more_lanes = icmp slt i64 %l_following, $width
  br i1 %more_lanes, label %lane, label %next
next:
  %following = add i64 %index, 1
  %more = icmp slt i64 %following, %count
  br i1 %more, label %source, label %done
done:
  ret void
}
"""

# `body` for each of so many blocks, whose memory lies one behind the other.
EACH = """
define internal void @each(ptr %body, i64 %blocks, ptr %work, ptr %stocks, ptr %slopes, ptr %driven, double %real) noinline #0 {
entry:
  br label %block
block:
  %index = phi i64 [ 0, %entry ], [ %following, %block ]
  %skipped = mul i64 %index, $block
  %work_at = getelementptr i8, ptr %work, i64 %skipped
  %stocks_at = getelementptr i8, ptr %stocks, i64 %skipped
  %slopes_at = getelementptr i8, ptr %slopes, i64 %skipped
  call void %body(ptr %work_at, ptr %stocks_at, ptr %slopes_at, ptr %driven, double %real)
  %following = add i64 %index, 1
  %more = icmp slt i64 %following, %blocks
  br i1 %more, label %block, label %done
done:
  ret void
}

define internal void @gather_each(ptr %into, ptr %table, i64 %count, i64 %first, i64 %worlds, i64 %step,
                                  i64 %blocks) noinline #0 {
entry:
  br label %block
block:
  %index = phi i64 [ 0, %entry ], [ %following, %block ]
  %skipped = mul i64 %index, $block
  %into_at = getelementptr i8, ptr %into, i64 %skipped
  %ahead = mul i64 %index, $width
  %world = add i64 %first, %ahead
  call void @gather(ptr %into_at, ptr %table, i64 %count, i64 %world, i64 %worlds, i64 %step)
  %following = add i64 %index, 1
  %more = icmp slt i64 %following, %blocks
  br i1 %more, label %block, label %done
done:
  ret void
}
"""

# Vectors of each block side by side, whatever their bits mean, then the next of them; to or from rows that lie `apart` numbers
# from each other. And the first step at which a world was not finite.
RECORD = """
define internal void @save(ptr %vectors, ptr %rows, i64 %count, i64 %apart, i64 %blocks) noinline #0 {
entry:
  %none = icmp eq i64 %count, 0
  br i1 %none, label %done, label %quantity
quantity:
  %kept = phi i64 [ 0, %entry ], [ %next_kept, %next ]
  %from = getelementptr $real, ptr %vectors, i64 %kept
  %across = mul i64 %kept, %apart
  %to = getelementptr double, ptr %rows, i64 %across
  br label %block
block:
  %index = phi i64 [ 0, %quantity ], [ %following, %block ]
  %skipped = mul i64 %index, $block
  %from_at = getelementptr i8, ptr %from, i64 %skipped
  %value = load $real, ptr %from_at, align $size
  %to_at = getelementptr $real, ptr %to, i64 %index
  store $real %value, ptr %to_at, align 8
  %following = add i64 %index, 1
  %more = icmp slt i64 %following, %blocks
  br i1 %more, label %block, label %next
next:
  %next_kept = add i64 %kept, 1
  %more_kept = icmp slt i64 %next_kept, %count
  br i1 %more_kept, label %quantity, label %done
done:
  ret void
}

define internal void @restore(ptr %vectors, ptr %rows, i64 %count, i64 %apart, i64 %blocks) noinline #0 {
entry:
  %none = icmp eq i64 %count, 0
  br i1 %none, label %done, label %quantity
quantity:
  %kept = phi i64 [ 0, %entry ], [ %next_kept, %next ]
  %to = getelementptr $real, ptr %vectors, i64 %kept
  %across = mul i64 %kept, %apart
  %from = getelementptr double, ptr %rows, i64 %across
  br label %block
block:
  %index = phi i64 [ 0, %quantity ], [ %following, %block ]
  %skipped = mul i64 %index, $block
  %from_at = getelementptr $real, ptr %from, i64 %index
  %value = load $real, ptr %from_at, align 8
  %to_at = getelementptr i8, ptr %to, i64 %skipped
  store $real %value, ptr %to_at, align $size
  %following = add i64 %index, 1
  %more = icmp slt i64 %following, %blocks
  br i1 %more, label %block, label %next
next:
  %next_kept = add i64 %kept, 1
  %more_kept = icmp slt i64 %next_kept, %count
  br i1 %more_kept, label %quantity, label %done
done:
  ret void
}

define internal void @reset($arguments) noinline #0 {
  %doubt = getelementptr i8, ptr %work, i64 $doubt
  %failed = getelementptr i8, ptr %work, i64 $failed
  store $real zeroinitializer, ptr %doubt, align $size
  store $whole splat (i64 -1), ptr %failed, align $size
  ret void
}

define internal void @mark(ptr %work, i64 %step, i64 %blocks) noinline #0 {
entry:
  %one = insertelement $whole poison, i64 %step, i64 0
  %now = shufflevector $whole %one, $whole poison, <$width x i32> zeroinitializer
  br label %block
block:
  %index = phi i64 [ 0, %entry ], [ %following, %block ]
  %skipped = mul i64 %index, $block
  %work_at = getelementptr i8, ptr %work, i64 %skipped
  %doubt_at = getelementptr i8, ptr %work_at, i64 $doubt
  %failed_at = getelementptr i8, ptr %work_at, i64 $failed
  %doubt = load $real, ptr %doubt_at, align $size
  %failed = load $whole, ptr %failed_at, align $size
  %broken = fcmp uno $real %doubt, %doubt
  %unmarked = icmp slt $whole %failed, zeroinitializer
  %fresh = and $mask %broken, %unmarked
  %marked = select $mask %fresh, $whole %now, $whole %failed
  store $whole %marked, ptr %failed_at, align $size
  %following = add i64 %index, 1
  %more = icmp slt i64 %following, %blocks
  br i1 %more, label %block, label %done
done:
  ret void
}
"""

# `work` has room for all blocks from `first` to `last`; there is one at least. Stocks start where they `stood` unless it is null;
# each quantity has so many `rows` in `out`, which points to the first that is to be written.
RUN = """
define void @run(ptr %work, ptr %given, ptr %series, ptr %driven, ptr %stood, ptr %out, ptr %ended, ptr %failed, i64 %worlds,
                 i64 %padded, i64 %first, i64 %last, double %start, double %length, i64 %steps, i64 %stride, i64 %rows) #0 {
entry:
  %numbers = getelementptr i8, ptr %work, i64 $given
  %stocks = getelementptr i8, ptr %work, i64 $stocks
  %here = getelementptr i8, ptr %work, i64 $here
  %slopes = getelementptr i8, ptr %work, i64 $slopes
  %saved = getelementptr i8, ptr %work, i64 $saved
  %frozen = getelementptr i8, ptr %work, i64 $series
  %count = sub i64 %last, %first
  %blocks = udiv i64 %count, $width
  %apart = mul i64 %rows, %padded
  call void @gather_each(ptr %numbers, ptr %given, i64 $given_count, i64 %first, i64 %worlds, i64 0, i64 %blocks)
$begin
  %anew = icmp eq ptr %stood, null
  br i1 %anew, label %begun, label %resume
resume:
  %stood_at = getelementptr double, ptr %stood, i64 %first
  call void @restore(ptr %stocks, ptr %stood_at, i64 $slopes_count, i64 %padded, i64 %blocks)
  br label %begun
begun:
  br label %moment
moment:
  %step = phi i64 [ 0, %begun ], [ %next_step, %advance ]
  %step_real = sitofp i64 %step to double
  %elapsed = fmul double %step_real, %length
  %year = fadd double %start, %elapsed
  %row_at = mul i64 %step, $driven_count
  %row = getelementptr double, ptr %driven, i64 %row_at
  call void @gather_each(ptr %frozen, ptr %series, i64 $series_count, i64 %first, i64 %worlds, i64 %step, i64 %blocks)
$move
  %due_in = urem i64 %step, %stride
  %due = icmp eq i64 %due_in, 0
  br i1 %due, label %looking, label %onward
looking:
$look
  %interval = udiv i64 %step, %stride
  %out_row = mul i64 %interval, %padded
  %out_index = add i64 %out_row, %first
  %out_at = getelementptr double, ptr %out, i64 %out_index
  call void @save(ptr %saved, ptr %out_at, i64 $saved_count, i64 %apart, i64 %blocks)
  br label %onward
onward:
  %over = icmp eq i64 %step, %steps
  br i1 %over, label %mark, label %stepping
stepping:
$stages
  br label %mark
mark:
  call void @mark(ptr %work, i64 %step, i64 %blocks)
  br i1 %over, label %finished, label %advance
advance:
  %next_step = add i64 %step, 1
  br label %moment
finished:
  %marks = getelementptr i8, ptr %work, i64 $failed
  %failed_at = getelementptr i64, ptr %failed, i64 %first
  call void @save(ptr %marks, ptr %failed_at, i64 1, i64 %padded, i64 %blocks)
  %ended_at = getelementptr double, ptr %ended, i64 %first
  call void @save(ptr %stocks, ptr %ended_at, i64 $slopes_count, i64 %padded, i64 %blocks)
  ret void
}
"""
