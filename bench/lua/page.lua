-- One page again and again. wrk counts; this only says it in a line that a program can read.
-- Without a `response` of its own it is wrk at its quickest: all but errors is good.
local threads = {}
function setup(thread) table.insert(threads, thread) end

good = 0 -- counted by scripts that look at each answer

function done(summary, latency)
  local counted = summary.requests - summary.errors.status
  if response then
    counted = 0
    for _, thread in ipairs(threads) do counted = counted + thread:get("good") end
  end
  print(string.format(
    'BENCH {"good": %d, "other": %d, "seconds": %f, "p50_ms": %f, "p99_ms": %f}',
    counted, summary.requests - counted, summary.duration / 1e6,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
