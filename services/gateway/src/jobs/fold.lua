-- Folds one event into a job: the lattice of contracts/job-state.ts, atomically. The same events in any order, any
-- number of times, leave the same state, history, artefacts and times. Only what is newer than the state is told to
-- those who follow the job.
--
-- KEYS  job hash, history (hash of event by seq), transcript, summary, fhir
-- ARGV  seq, attempt, status, delayed ('' = not), stage, occurred_at, problem (JSON or ''), event (JSON), channel,
--       ttl in seconds, longest history, transcript, summary, fhir (Artefact as JSON or ''),
--       then pairs of field and value that are set once
-- Returns 1 where the event was newer than the state, 0 where it was the same (but for a delay's reason), -1 where it
-- was older.
local job, events = KEYS[1], KEYS[2]
local seq, delayed, status, ttl = tonumber(ARGV[1]), ARGV[4], ARGV[3], ARGV[10]
local NAMES = { 'transcript', 'summary', 'fhir' }

local stored = redis.call('HMGET', job, 'seq', 'delayed', 'status')
local known, known_delayed = tonumber(stored[1] or '-1'), stored[2] or ''
if stored[3] == 'erased' then
  return status == 'erased' and 0 or -1
end

local function keep()
  for i = 1, 5 do redis.call('EXPIRE', KEYS[i], ttl) end
end

local function set_state()
  redis.call('HSET', job, 'seq', ARGV[1], 'attempt', ARGV[2], 'status', status, 'delayed', delayed,
    'stage', ARGV[5], 'at', ARGV[6], 'problem', ARGV[7])
end

-- Beyond its greatest length the history forgets its lowest event.
local function record()
  if redis.call('HSETNX', events, ARGV[1], ARGV[8]) == 0 or redis.call('HLEN', events) <= tonumber(ARGV[11]) then
    return
  end
  local lowest = ARGV[1]
  for _, each in ipairs(redis.call('HKEYS', events)) do
    if tonumber(each) < tonumber(lowest) then lowest = each end
  end
  redis.call('HDEL', events, lowest)
end

local function tell()
  keep()
  redis.call('PUBLISH', ARGV[9], ARGV[8])
end

if status == 'erased' then
  local tenant = redis.call('HGET', job, 'tenant')
  redis.call('DEL', job, events, KEYS[3], KEYS[4], KEYS[5])
  set_state()
  if tenant then redis.call('HSET', job, 'tenant', tenant) end
  for i = 15, #ARGV, 2 do
    if ARGV[i] == 'tenant' then redis.call('HSETNX', job, 'tenant', ARGV[i + 1]) end
  end
  record()
  tell()
  return 1
end

for i = 15, #ARGV, 2 do
  redis.call('HSETNX', job, ARGV[i], ARGV[i + 1])
end

-- The earliest time at which an attempt was said to have reached a status.
local reached = 't:' .. ARGV[2] .. ':' .. status
local before = redis.call('HGET', job, reached)
if not before or tonumber(ARGV[6]) < tonumber(before) then
  redis.call('HSET', job, reached, ARGV[6])
end

-- An artefact is the one that the highest event carried, also where a higher event carries none.
for i = 1, 3 do
  local artefact = ARGV[11 + i]
  local from = 'a:' .. NAMES[i]
  if artefact ~= '' and seq > tonumber(redis.call('HGET', job, from) or '-1') then
    redis.call('SET', KEYS[2 + i], artefact)
    redis.call('HSET', job, from, ARGV[1])
  end
end

record()
if seq > known then
  set_state()
  tell()
  return 1
end
keep()
if seq < known then return -1 end
if delayed < known_delayed then
  redis.call('HSET', job, 'delayed', delayed)
end
return 0
