-- Creates startups with distinct names, and prints the number per second.
--
--   wrk -t1 -c8 -d<seconds>s -s writes.lua http://host:port -- <key> <seed>

local count = 0
local prefix

function init(arguments)
    wrk.method = "POST"
    wrk.path = "/v1/startups"
    wrk.headers["Content-Type"] = "application/json"
    wrk.headers["X-API-Key"] = arguments[1]
    prefix = "Bench " .. arguments[2] .. " "
end

function request()
    count = count + 1
    return wrk.format(nil, nil, nil, '{"name":"' .. prefix .. count
        .. '","founded":"2021","sectors":["fintech","healthtech"],"country":"MA","city":"Rabat","status":"active"}')
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
