-- The identity of what Redis holds. It is new whenever events may be missing: nothing is there (emptied), or the
-- server is another one than last time (restarted from disk, failed over), which may have lost its last writes.
--
-- KEYS  progress
-- ARGV  run id of the server, a fresh identity
-- Returns { lineage, ready ('' = nothing to be trusted yet) }
local stored = redis.call('HMGET', KEYS[1], 'lineage', 'server', 'ready')
if stored[1] and stored[2] == ARGV[1] then
  return { stored[1], stored[3] or '' }
end
redis.call('DEL', KEYS[1])
redis.call('HSET', KEYS[1], 'lineage', ARGV[2], 'server', ARGV[1])
return { ARGV[2], '' }
