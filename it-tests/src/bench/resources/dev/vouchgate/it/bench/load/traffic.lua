-- Takes a file with an Authorization header a line, which are sent in turn; an empty line is a request without one.
local requests, at = {}, 0

function init(arguments)
  for credentials in io.lines(arguments[1]) do
    requests[#requests + 1] = wrk.format("GET", nil, credentials ~= "" and { Authorization = credentials } or {})
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary)
  local errors = summary.errors
  local broken = errors.connect + errors.read + errors.write + errors.timeout
  io.write(string.format("counted %d %d %d %d\n", summary.requests, summary.duration, errors.status, broken))
end
