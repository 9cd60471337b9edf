-- Requests every path of a file once, in random order, and prints the time.
--
--   wrk -t1 -c16 -d<bound>s -s paths.lua http://host:port -- <file> <seed>
--
-- The last line of the output is for the harness: requests, microseconds, errors, then the latency's median and p99.

local ffi = require("ffi")
ffi.cdef("int getpid(void); int kill(int pid, int signal);")
local INTERRUPT = 2

local requests = {}
local sent = 0

function init(arguments)
    for path in io.lines(arguments[1]) do
        table.insert(requests, wrk.format("GET", path))
    end
    math.randomseed(tonumber(arguments[2]))
    for i = #requests, 2, -1 do
        local j = math.random(i)
        requests[i], requests[j] = requests[j], requests[i]
    end
end

function request()
    if sent == #requests then
        -- wrk ends by time alone, or by this. What is still under way is not counted, the time until now is.
        ffi.C.kill(ffi.C.getpid(), INTERRUPT)
        return requests[#requests]
    end
    sent = sent + 1
    return requests[sent]
end

function done(summary, latency)
    local failed = summary.errors
    print(("RESULT %d %d %d %d %d"):format(
        summary.requests,
        summary.duration,
        failed.connect + failed.read + failed.write + failed.status + failed.timeout,
        latency:percentile(50),
        latency:percentile(99)))
end
