-- Any of the pages in the file PATHS names, one path a line, in no order.
dofile((os.getenv("LUA_HOME")) .. "/page.lua")
local paths = {}
for line in io.lines(os.getenv("PATHS")) do table.insert(paths, line) end

function init() math.randomseed(os.time() + tonumber(os.getenv("SEED") or "0")) end
function request() return wrk.format("GET", paths[math.random(#paths)]) end
