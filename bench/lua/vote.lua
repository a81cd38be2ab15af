-- A point for one of the stories in the file PATHS names, each from a guest nobody has seen, whose
-- cookie holds 32 random bytes as 43 characters of base64url, from an address nobody has seen.
dofile((os.getenv("LUA_HOME")) .. "/page.lua")
local paths = {}
for line in io.lines(os.getenv("PATHS")) do table.insert(paths, line) end

local letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
local last = "AEIMQUYcgkosw048" -- four bits and two that are zero
local body = '{"value": 1}'
local headers = {["Content-Type"] = "application/json", ["Accept"] = "application/json"}

function response(status) if status == 200 then good = good + 1 end end

local function any(of) local n = math.random(#of); return of:sub(n, n) end

function init()
  math.randomseed(os.time() * 1000 + tonumber(os.getenv("SEED") or "0"))
  headers["Origin"] = os.getenv("ORIGIN")
end

function request()
  local secret = {}
  for n = 1, 42 do secret[n] = any(letters) end
  headers["Cookie"] = "guest=" .. table.concat(secret) .. any(last)
  headers["X-Forwarded-For"] = string.format(
    "%d.%d.%d.%d", math.random(11, 99), math.random(0, 255), math.random(0, 255), math.random(1, 254))
  return wrk.format("POST", paths[math.random(#paths)], headers, body)
end
