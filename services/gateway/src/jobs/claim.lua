-- Who may produce the submission of a job under an Idempotency-Key. A lease: its holder produces before the lease is
-- over, or not at all. Nobody produces on the strength of a lease alone: see submission/claims.ts.
--
-- KEYS  claim, job hash
-- ARGV  token, fingerprint of the request, now in ms, lease in ms, ms to keep the claim
-- Returns {'job', content_sha256}         the job is there
--         {'held', fingerprint, until}    another one is accepting it
--         {'mine', ''}                    to be produced by the caller, if the topic does not have it
local job = redis.call('HMGET', KEYS[2], 'status', 'content_sha256')
if job[1] then
  return { 'job', job[2] or '', job[1] }
end
local claim = redis.call('HMGET', KEYS[1], 'token', 'fingerprint', 'until')
if claim[1] and claim[1] ~= ARGV[1] and tonumber(claim[3]) > tonumber(ARGV[3]) then
  return { 'held', claim[2], claim[3] }
end
redis.call('HSET', KEYS[1], 'token', ARGV[1], 'fingerprint', ARGV[2], 'until', ARGV[3] + ARGV[4])
redis.call('PEXPIRE', KEYS[1], ARGV[5])
return { 'mine', '' }
