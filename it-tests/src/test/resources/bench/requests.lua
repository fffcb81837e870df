-- For wrk: asks in turn for what a file lists, and writes what came of it as one line for Java to read.
-- The file has a request a line: method, path and body, with tabs between; a request with a body is a write.
-- {fresh} in a path becomes a number that was never there before.

local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

local function format(line, path)
  local headers = {}
  for name, value in pairs(wrk.headers) do headers[name] = value end
  if line.body then
    headers["Content-Type"] = "application/json"
    headers["If-Match"] = "*"
  end
  return wrk.format(line.method, path, headers, line.body)
end

-- The first argument is the file, the second a number that differs from run to run.
function init(arguments)
  lines = {}
  for text in io.lines(arguments[1]) do
    local method, path, body = text:match("^([^\t]*)\t([^\t]*)\t(.*)$")
    local line = { method = method, path = path, body = body ~= "" and body or nil }
    line.ready = not path:find("{fresh}", 1, true) and format(line, path) or nil
    table.insert(lines, line)
  end
  -- So that not all threads are at the same place of the list.
  asked = number * 7
  fresh = tonumber(arguments[2]) * 1e8 + number * 1e7
end

function request()
  asked = asked + 1
  local line = lines[asked % #lines + 1]
  if line.ready then return line.ready end
  fresh = fresh + 1
  return format(line, (line.path:gsub("{fresh}", string.format("%012x", fresh))))
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("requests %d micros %d p95 %d p99 %d errors %d\n", summary.requests, summary.duration,
    latency:percentile(95), latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
