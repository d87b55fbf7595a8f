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

STAGE = """
define internal void @stage$stage(ptr %work, double %scalar) noinline #0 {
entry:
  %none = icmp eq i64 $count, 0
  %first = insertelement $real poison, double %scalar, i64 0
  %length = shufflevector $real %first, $real poison, <$width x i32> zeroinitializer
  br i1 %none, label %done, label %stock
stock:
  %index = phi i64 [ 0, %entry ], [ %following, %stock ]
$body
  %following = add i64 %index, 1
  %more = icmp slt i64 %following, $count
  br i1 %more, label %stock, label %done
done:
  ret void
}
"""

RUN = (
    GATHER
    + """
define void @run(ptr %work, ptr %given, ptr %series, ptr %driven, ptr %out, ptr %failed, i64 %worlds, i64 %padded,
                 i64 %first, i64 %last, double %start, double %length, i64 %steps, i64 %stride) #0 {
entry:
  %numbers = getelementptr i8, ptr %work, i64 $given
  %stocks = getelementptr i8, ptr %work, i64 $stocks
  %here = getelementptr i8, ptr %work, i64 $here
  %slopes = getelementptr i8, ptr %work, i64 $slopes
  %saved = getelementptr i8, ptr %work, i64 $saved
  %frozen = getelementptr i8, ptr %work, i64 $series
  %doubt = getelementptr i8, ptr %work, i64 $doubt
  %intervals = udiv i64 %steps, %stride
  %rows = add i64 %intervals, 1
  br label %block
block:
  %world = phi i64 [ %first, %entry ], [ %next_world, %finished ]
  call void @gather(ptr %numbers, ptr %given, i64 $given_count, i64 %world, i64 %worlds, i64 0)
  call void @prepare(ptr %work)
  br label %moment
moment:
  %step = phi i64 [ 0, %block ], [ %next_step, %advance ]
  %marks = phi $whole [ splat (i64 -1), %block ], [ %new_marks, %advance ]
  %step_real = sitofp i64 %step to double
  %elapsed = fmul double %step_real, %length
  %year = fadd double %start, %elapsed
  %row_at = mul i64 %step, $driven_count
  %row = getelementptr double, ptr %driven, i64 %row_at
  call void @gather(ptr %frozen, ptr %series, i64 $series_count, i64 %world, i64 %worlds, i64 %step)
  call void @move(ptr %work, ptr %stocks, ptr %slopes, ptr %row, double %year)
  %due_in = urem i64 %step, %stride
  %due = icmp eq i64 %due_in, 0
  br i1 %due, label %looking, label %onward
looking:
  call void @look(ptr %work, ptr %stocks, ptr %row, double %year)
  %any = icmp ne i64 $saved_count, 0
  br i1 %any, label %save, label %onward
save:
  %kept = phi i64 [ 0, %looking ], [ %next_kept, %save ]
  %interval = udiv i64 %step, %stride
  %kept_rows = mul i64 %kept, %rows
  %out_row = add i64 %kept_rows, %interval
  %out_start = mul i64 %out_row, %padded
  %out_index = add i64 %out_start, %world
  %out_at = getelementptr double, ptr %out, i64 %out_index
  %saved_at = getelementptr $real, ptr %saved, i64 %kept
  %saved_value = load $real, ptr %saved_at, align $size
  store $real %saved_value, ptr %out_at, align 8
  %next_kept = add i64 %kept, 1
  %more_kept = icmp slt i64 %next_kept, $saved_count
  br i1 %more_kept, label %save, label %onward
onward:
  %over = icmp eq i64 %step, %steps
  br i1 %over, label %mark, label %stepping
stepping:
$stages
  call void @stage0(ptr %work, double %length)
  br label %mark
mark:
  %sum = load $real, ptr %doubt, align $size
  %broken = fcmp uno $real %sum, %sum
  %unmarked = icmp slt $whole %marks, zeroinitializer
  %fresh = and $mask %broken, %unmarked
  %step_one = insertelement $whole poison, i64 %step, i64 0
  %step_all = shufflevector $whole %step_one, $whole poison, <$width x i32> zeroinitializer
  %new_marks = select $mask %fresh, $whole %step_all, $whole %marks
  br i1 %over, label %finished, label %advance
advance:
  %next_step = add i64 %step, 1
  br label %moment
finished:
  %failed_at = getelementptr i64, ptr %failed, i64 %world
  store $whole %new_marks, ptr %failed_at, align 8
  %next_world = add i64 %world, $width
  %more_worlds = icmp slt i64 %next_world, %last
  br i1 %more_worlds, label %block, label %end
end:
  ret void
}
"""
)
