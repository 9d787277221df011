-- Moves a partition's position on, if it stands where the caller left it. If not, Redis lost what was folded (emptied,
-- or restored from an older copy), and the caller must begin again.
--
-- KEYS  progress
-- ARGV  field, expected position ('' = none), next position, '1' to mark the partition as built
local stands = redis.call('HGET', KEYS[1], ARGV[1])
if (stands or '') ~= ARGV[2] then
  return 0
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
if ARGV[4] == '1' then
  redis.call('HSET', KEYS[1], 'built:' .. ARGV[1], '1')
end
return 1
